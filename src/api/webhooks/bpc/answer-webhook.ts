import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import {
  type IEventBusModuleService,
  type Logger,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { BPC_MODULE } from "../../../modules/bpc"
import {
  WEBHOOK_RECEIVED,
  SIGNATURE_TEXT,
  BODY_READ,
} from "../../../modules/bpc/inbox"
import type BpcModuleService from "../../../modules/bpc/service"
import { rawBodyOf } from "./raw-body"
import { logText } from "../../../workflows/error-text"

/**
 * The answer to a webhook request: 200 stored (now or before), 401 signature, 400 not an event, 413 too large, 503 not stored or not
 * to be verified, so that the gateway tries again.
 */
export async function answerWebhook(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const body = await rawBodyOf(req)
  switch (body.kind) {
    case "too_large":
      res
        .set("Connection", "close")
        .status(413)
        .json({ message: "The body is over 256 KiB." })
      return
    case "read_before":
      await req.scope
        .resolve<BpcModuleService>(BPC_MODULE)
        .noteUnreadableWebhook(body.left)
      res.status(503).json({
        code: BODY_READ,
        message: `The signature cannot be checked: something else in this store has read the body and left ${body.left} instead of its bytes.`,
      })
      return
    case "broken_off":
      // Nobody is there to hear an answer.
      res.end()
      return
    case "bytes":
      await answerBytes(req, res, body.bytes)
  }
}

async function answerBytes(
  req: MedusaRequest,
  res: MedusaResponse,
  rawBody: Buffer
): Promise<void> {
  const bpc = req.scope.resolve<BpcModuleService>(BPC_MODULE)
  const logger = req.scope.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
  const requestId = req.headers["api-request-id"]
  try {
    const receipt = await bpc.receiveWebhook({
      rawBody,
      signature: req.headers["x-signature"],
      requestId: typeof requestId === "string" ? requestId : undefined,
    })
    switch (receipt.outcome) {
      case "stored":
        // Answered first: the work that the announcement starts in this process would keep the gateway waiting.
        res.status(200).json({ received: true })
        await announce(req, logger, receipt.eventId)
        return
      case "duplicate":
        res.status(200).json({ received: true, duplicate: true })
        return
      case "bad_signature":
        await bpc.noteBadWebhook(receipt)
        res.status(401).json({
          message: `The signature is ${SIGNATURE_TEXT[receipt.reason]}.`,
        })
        return
      case "not_json":
        res.status(400).json({ message: "The body is not JSON." })
        return
      case "not_an_event":
        res.status(400).json({
          message:
            "The body is not an event: `type` and `data.object` are needed.",
        })
        return
    }
  } catch (error) {
    logger.error(
      `[bpc] a webhook could not be stored, the gateway is asked to send it again: ${logText(error)}`
    )
    res
      .status(503)
      .json({ message: "The event could not be stored. Please send it again." })
  }
}

/** The event is safe in the inbox: whatever the bus does with this announcement, the reconcile job finds it. */
async function announce(
  req: MedusaRequest,
  logger: Logger,
  id: string
): Promise<void> {
  try {
    const bus = req.scope.resolve<IEventBusModuleService>(Modules.EVENT_BUS)
    await bus.emit({ name: WEBHOOK_RECEIVED, data: { id } }, { internal: true })
  } catch (error) {
    logger.warn(
      `[bpc] event bus not reached, ${id} waits for the reconcile job: ${logText(error)}`
    )
  }
}
