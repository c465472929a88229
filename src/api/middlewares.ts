import {
  defineMiddlewares,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { BPC_MODULE } from "../modules/bpc"
import type BpcModuleService from "../modules/bpc/service"
import { answerInTime } from "./answer-in-time"
import { COMPLETE_CART_ROUTE, oneCompletionAtATime } from "./complete-cart"
import { ONE_AT_A_TIME_PER_ORDER } from "./one-at-a-time-per-order"
import { refuseForeignRequests } from "./foreign-request"
import { watchJob } from "./job-watch"
import { maskToken } from "./log-mask"
import { forbidSniffing } from "./nosniff"
import { LIMITED, RATE_LIMITS } from "./rate-limit"
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
  // As Medusa's own route reads it: a spelling that it takes for our provider's is ours too.
  const provider = (req.params.provider ?? "").replace(/^(pp_)+/, "")
  if (provider !== `bpc_${bpc.configuration.options.id}`) {
    next()
    return
  }
  res.set("X-Content-Type-Options", "nosniff")
  await answerWebhook(req, res)
}

export default defineMiddlewares({
  routes: [
    // Without methods: Medusa puts these before everything else below their paths.
    ...["/admin/bpc", "/store/bpc", "/bpc", "/webhooks/bpc"].map((matcher) => ({
      matcher,
      middlewares: [forbidSniffing],
    })),
    ...["/store/bpc", "/bpc", "/webhooks/bpc"].map((matcher) => ({
      matcher,
      middlewares: [watchJob],
    })),
    { matcher: "/store/bpc/status", middlewares: [answerInTime] },
    { matcher: "/admin/bpc", middlewares: [refuseForeignRequests] },
    { matcher: "/webhooks/bpc", methods: ["POST"], bodyParser: false },
    {
      matcher: "/hooks/payment/:provider",
      methods: ["POST"],
      middlewares: [takeOverMedusasDoor],
    },
    {
      matcher: COMPLETE_CART_ROUTE,
      methods: ["POST"],
      middlewares: [oneCompletionAtATime],
    },
    ...ONE_AT_A_TIME_PER_ORDER,
    // For every method: also the page that says that there is no such route must not show the token.
    ...["/bpc/return", "/bpc/pay"].map((matcher) => ({
      matcher,
      middlewares: [maskToken],
    })),
    // Nothing in a bank's form counts, so it is not read, and one that is malformed cannot keep a shopper from the answer.
    { matcher: LIMITED.return, methods: ["POST"], bodyParser: false },
    {
      matcher: LIMITED.return,
      methods: ["GET", "POST"],
      middlewares: RATE_LIMITS,
    },
    ...[LIMITED.pay, LIMITED.status].map((matcher) => ({
      matcher,
      methods: ["GET" as const],
      middlewares: RATE_LIMITS,
    })),
  ],
})
