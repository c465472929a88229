import { GatewayError, type Money, formatMoney } from "../../gateway"

/*
 * Refusals that need no answer of the gateway. They are of the same closed set of errors as the gateway's own, so that every
 * edge knows what to tell shopper, merchant and log.
 */

function refusal(shopper: string, merchant: string): GatewayError {
  return new GatewayError({
    kind: "configuration",
    retryable: false,
    outcomeUnknown: false,
    texts: { shopper, merchant, log: `refused: ${merchant}` },
  })
}

export function noAccount(merchant: string): GatewayError {
  return refusal(
    "Card payment is not set up for this shop at the moment. You have not been charged. Please choose another payment method or contact the shop.",
    merchant
  )
}

export function currencyNotServed(merchant: string): GatewayError {
  return refusal(
    "Card payment is not available in this currency. You have not been charged. Please choose another payment method or contact the shop.",
    merchant
  )
}

export function notPayable(merchant: string): GatewayError {
  return refusal(
    "This amount cannot be paid by card. You have not been charged. Please check your cart or contact the shop.",
    merchant
  )
}

/** Another tab of the same checkout has been starting the same payment for longer than the gateway may take. */
export function startedElsewhere(): GatewayError {
  return new GatewayError({
    kind: "timeout",
    retryable: true,
    outcomeUnknown: false,
    texts: {
      shopper:
        "This payment is being started in another window. You have not been charged. Please try again in a moment.",
      merchant:
        "A second window waited in vain for the first one's payment page. Nothing was charged; the shopper was asked to try again.",
      log: "timeout: waited in vain for a concurrent create call of the same payment",
    },
  })
}

export function notOurs(what: string): GatewayError {
  return refusal(
    "This payment is not known. You have not been charged.",
    `${what} is not in this plugin's ledger, so nothing was sent to the gateway. Look the payment up in the gateway's portal.`
  )
}

export function accountGone(mode: string): GatewayError {
  return refusal(
    "This payment cannot be changed at the moment.",
    `The ${mode} merchant account that this payment was made with has been removed, so nothing was sent. Add the account again, or do this in the gateway's portal.`
  )
}

export function accountUnreadable(why: string): GatewayError {
  return refusal("This payment cannot be checked at the moment.", why)
}

export function cannot(
  action: "capture" | "refund" | "cancel",
  why: string
): GatewayError {
  return refusal(
    "This payment cannot be changed at the moment.",
    `The gateway's books do not allow this ${action}: ${why} Nothing was sent.`
  )
}

export function paymentIdUnknown(
  action: "capture" | "refund" | "cancel"
): GatewayError {
  return refusal(
    "This payment cannot be changed at the moment.",
    `The gateway has not told us the id of this payment, so we cannot ${action} it from here. Nothing was sent. Do it in the gateway's portal under the order's reference; it is taken over here by itself.`
  )
}

export function outcomeOpen(
  action: "capture" | "refund" | "cancel",
  amount: Money,
  cause: GatewayError
): GatewayError {
  return new GatewayError({
    kind: cause.kind,
    retryable: true,
    outcomeUnknown: true,
    texts: {
      shopper: "This payment cannot be changed at the moment.",
      merchant: `The gateway did not answer clearly, so it is not known whether this ${action} of ${formatMoney(amount)} was carried out. Try again in a minute: the gateway's books are read first, so it is never done twice.`,
      log: `${action} outcome unknown: ${cause.log}`,
    },
    httpStatus: cause.httpStatus,
    requestId: cause.requestId,
  })
}
