import { type Logger, type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { EVENT_TYPES } from "../../gateway"
import { BPC_MODULE } from "../../modules/bpc"
import { type StoredEvent } from "../../modules/bpc/inbox"
import type BpcModuleService from "../../modules/bpc/service"
import { settle } from "../settle-session/settle"
import { logText } from "../error-text"

/**
 * An event only says that something happened: the session it names is settled from the gateway's own answer. An event about
 * nobody we know is done; one whose work threw stays in the inbox and is tried again.
 *
 * @returns what became of it, one or two words
 */
export async function processEvent(
  container: MedusaContainer,
  id: string
): Promise<string> {
  const bpc = container.resolve<BpcModuleService>(BPC_MODULE)
  const event = await bpc.inbox.open(id)
  if (!event) {
    return "nothing to do"
  }
  try {
    const outcome = event.sessionId
      ? await settleEvent(container, event, event.sessionId)
      : "unknown session"
    await bpc.inbox.done(event, outcome)
    return outcome
  } catch (error) {
    const reason = logText(error)
    container
      .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
      .error(
        `[bpc] webhook event ${event.id} (${event.type}) will be tried again: ${reason}`
      )
    await bpc.inbox.failed(event.id, reason)
    return "failed"
  }
}

async function settleEvent(
  container: MedusaContainer,
  event: StoredEvent,
  sessionId: string
): Promise<string> {
  if (event.type === EVENT_TYPES.paymentFailed) {
    // One attempt, not the end: the same page can still be paid. Its shopper, who comes back now, is not kept waiting for it.
    return "noted"
  }
  const row = await settle(container, {
    id: sessionId,
    trigger: { door: "webhook", eventType: event.type },
  })
  return row?.state ?? "unknown session"
}
