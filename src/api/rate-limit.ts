import {
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { type Options, rateLimit } from "express-rate-limit"
import { BPC_MODULE } from "../modules/bpc"
import { parseLinkToken } from "../modules/bpc/payment-links"
import { parseReturnToken } from "../modules/bpc/return-address"
import type BpcModuleService from "../modules/bpc/service"
import { ABOUT_NOTHING } from "../shopper-pages/about"
import { type ShopperPage } from "../shopper-pages/page"
import { languageFor, showPage } from "./bpc/shopper-answer"
import { VisitorAddresses } from "./visitor-addresses"

/** The return page asks again every two seconds at first, perhaps in two tabs. */
const PER_TOKEN = 60

const perMinute = (options: Partial<Options>) =>
  rateLimit({
    windowMs: 60_000,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    ...options,
    skip: (req) => allowedFor(req as MedusaRequest) === 0,
    handler: (req, res) =>
      slowDown(req as MedusaRequest, res as MedusaResponse),
  })

/**
 * Slows down whoever asks the routes that need no login (return page, payment link, status) too often, by address and by token,
 * counted in this process. Nobody loses anything by it: the money is settled by webhook and job, the pages ask again by
 * themselves. The webhook's door has no limit, since a forged event is refused before it costs anything and a real one must
 * never be turned away.
 */
export const RATE_LIMITS = [
  noteSharedAddress,
  perMinute({
    identifier: "address",
    limit: (req) => allowedFor(req as MedusaRequest),
  }),
  perMinute({
    identifier: "token",
    limit: PER_TOKEN,
    keyGenerator: (req) => tokenKey(req as MedusaRequest),
  }),
]

const visitors = new VisitorAddresses()

function noteSharedAddress(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const forwarded = req.headers["x-forwarded-for"]
  const shared = visitors.record(
    req.ip ?? "",
    Array.isArray(forwarded) ? forwarded.join(",") : forwarded
  )
  if (shared && allowedFor(req) > 0) {
    const { heartbeats } = req.scope.resolve<BpcModuleService>(BPC_MODULE)
    res.once("close", () => {
      // A look of tomorrow finds the same.
      heartbeats.beat("shared_address", shared).catch(() => undefined)
    })
  }
  next()
}

function allowedFor(req: MedusaRequest): number {
  const bpc = req.scope.resolve<BpcModuleService>(BPC_MODULE)
  return bpc.configuration.options.publicRequestsPerMinute
}

/** The routes that are limited: `matcher` for the middleware, whose own parameter tells which route it is. */
export const LIMITED = {
  return: "/bpc/return/:return_token",
  pay: "/bpc/pay/:link_token",
  status: "/store/bpc/status/:payment_session_id",
} as const

/** What is kept of something that is no token of ours. */
const LONGEST_KEY = 120

/**
 * One key for a token however its address is spelled: the router has decoded the parameter, and both addresses of a payment's return
 * hold one secret. The secret belongs to the key, or a stranger who knows an id would use up its shopper's requests.
 */
function tokenKey({ params }: MedusaRequest): string {
  const { return_token, link_token, payment_session_id } = params
  const parsed =
    parseReturnToken(return_token ?? "") ?? parseLinkToken(link_token ?? "")
  return parsed
    ? `${parsed.id}.${parsed.secret}`
    : (return_token ?? link_token ?? payment_session_id ?? "").slice(
        0,
        LONGEST_KEY
      )
}

/** `Retry-After` is set by then; addresses are relative, as the backend may lie under a path of its own. */
function slowDown(req: MedusaRequest, res: MedusaResponse): void {
  const seconds = Number(res.getHeader("Retry-After")) || 60
  if (req.params.payment_session_id !== undefined) {
    res.status(429).json({
      type: "too_many_requests",
      message: `Too many requests. Please ask again in ${seconds} seconds.`,
    })
    return
  }
  const page: ShopperPage =
    req.params.link_token !== undefined
      ? { kind: "unavailable", order: null, retryUrl: "?" }
      : {
          kind: "checking",
          refreshSeconds: seconds,
          refreshUrl: "?n=10",
          slow: true,
        }
  showPage(res, page, {
    status: 429,
    language: languageFor(req, null),
    shopUrl: undefined,
    about: ABOUT_NOTHING,
  })
}
