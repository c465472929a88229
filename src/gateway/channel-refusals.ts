import { GatewayError } from "./errors"
import { type Money, formatMoney } from "./money"
import { type Result } from "./result"

export type MoneyAction = "capture" | "cancel" | "refund"

const SHOPPER = "This payment cannot be changed at the moment."

/** What the portal calls each of them, as far as BPC's documents name it. */
const IN_THE_PORTAL: Record<MoneyAction, string> = {
  capture: "complete (capture) it there",
  cancel: "reverse it there",
  refund: "refund it there",
}

/**
 * Neither channel can do it. @param why a sentence @param order what the portal finds the payment by
 */
export function noChannel(
  action: MoneyAction,
  why: string,
  order: string,
  facts: {
    httpStatus?: number | undefined
    requestId?: string | undefined
  } = {}
): GatewayError {
  const merchant = `${why} Nothing was carried out: no money was taken or returned by this call. Either open the payment in the gateway's merchant portal by its order number ${order} and ${IN_THE_PORTAL[action]} (it is taken over here by itself), or enter the API login and password of the Merchant REST API under Settings -> BPC Payments -> the account -> Second channel and try again.`
  return new GatewayError({
    kind: "configuration",
    retryable: false,
    outcomeUnknown: false,
    texts: {
      shopper: SHOPPER,
      merchant,
      log: `${action}: no channel can do it for order ${order}: ${why}`,
    },
    code: "no_channel",
    httpStatus: facts.httpStatus,
    requestId: facts.requestId,
  })
}

/** The gateway's books do not allow it, so nothing was sent. @param why a sentence */
export function notAllowed(action: MoneyAction, why: string): GatewayError {
  return new GatewayError({
    kind: "rejected",
    retryable: false,
    outcomeUnknown: false,
    texts: {
      shopper: SHOPPER,
      merchant: `${why} Nothing was sent: no money was taken or returned by this call.`,
      log: `${action} not sent: ${why}`,
    },
  })
}

/** Somebody moved money between the caller's reading and this call, so nothing was sent. */
export function booksMoved(seen: Money, now: Money): GatewayError {
  return notAllowed(
    "refund",
    `The gateway now holds ${formatMoney(now)} of this payment instead of the ${formatMoney(seen)} that this refund was decided on. Look at the payment again, then repeat the refund if it is still due.`
  )
}

/** The gateway called it processed, and its books do not show it. @param read what came of looking */
export function notConfirmed(
  action: MoneyAction,
  order: string,
  read: Result<unknown, GatewayError>
): GatewayError {
  const why = read.ok
    ? "its books do not show it yet"
    : `its books could not be read (${read.error.kind})`
  return new GatewayError({
    kind: "protocol",
    retryable: true,
    outcomeUnknown: true,
    texts: {
      shopper: SHOPPER,
      merchant: `The gateway accepted the ${action}, but ${why}. It may have been carried out all the same. Check the payment in a minute, or in the gateway's portal under order number ${order}, before repeating it.`,
      log: `${action} accepted but not confirmed for order ${order}: ${why}`,
    },
  })
}

/** The Merchant REST API does not find the order. */
export function orderUnknown(order: string): GatewayError {
  return new GatewayError({
    kind: "rejected",
    retryable: false,
    outcomeUnknown: false,
    texts: {
      shopper: SHOPPER,
      merchant: `The gateway's Merchant REST API does not know order number ${order}. No money was moved by this call. Check that the API login of the second channel belongs to the same merchant account and environment as the API key, or remove it so that API V2 is used.`,
      log: `order ${order} is unknown to the Merchant REST API`,
    },
    code: "order_unknown",
  })
}
