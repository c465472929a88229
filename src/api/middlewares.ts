import {
  defineMiddlewares,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { BPC_MODULE } from "../modules/bpc"
import type BpcModuleService from "../modules/bpc/service"
import { oneCompletionAtATime } from "./complete-cart"
import { ONE_AT_A_TIME_PER_ORDER } from "./one-at-a-time-per-order"
import { refuseForeignRequests } from "./foreign-request"
import { forbidSniffing } from "./nosniff"
import { RATE_LIMITS } from "./rate-limit"
import { answerWebhook } from "./webhooks/bpc/answer-webhook"

/**
 * Medusa's own door, `/hooks/payment/bpc_<id>`, answers 200 before any check and keeps events in memory
 * (medusa, api/hooks/payment/[provider] and subscribers/payment-webhook). Requests for our provider get the same answer there as at `/webhooks/bpc`.
 */
async function takeOverMedusasDoor(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const bpc = req.scope.resolve<BpcModuleService>(BPC_MODULE)
  const provider = /\/hooks\/payment\/(?:pp_)?([\w-]+)\/?$/.exec(
    req.originalUrl.split("?")[0] ?? ""
  )?.[1]
  if (provider !== `bpc_${bpc.configuration.options.id}`) {
    next()
    return
  }
  res.set("X-Content-Type-Options", "nosniff")
  const raw = req.rawBody
  await answerWebhook(req, res, Buffer.isBuffer(raw) ? raw : Buffer.alloc(0))
}

export default defineMiddlewares({
  routes: [
    // Without methods: Medusa puts these before everything else below their paths.
    ...["/admin/bpc", "/store/bpc", "/bpc", "/webhooks/bpc"].map((matcher) => ({
      matcher,
      middlewares: [forbidSniffing],
    })),
    { matcher: "/admin/bpc", middlewares: [refuseForeignRequests] },
    { matcher: "/webhooks/bpc", methods: ["POST"], bodyParser: false },
    {
      matcher: "/hooks/payment/*",
      methods: ["POST"],
      middlewares: [takeOverMedusasDoor],
    },
    {
      matcher: "/store/carts/:id/complete",
      methods: ["POST"],
      middlewares: [oneCompletionAtATime],
    },
    ...ONE_AT_A_TIME_PER_ORDER,
    ...["/bpc/return/*", "/bpc/pay/*", "/store/bpc/status/*"].map(
      (matcher) => ({
        matcher,
        methods: ["GET" as const],
        middlewares: RATE_LIMITS,
      })
    ),
  ],
})
