import { GatewayError, type Money, formatMoney } from "../../../gateway"

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

/** The cart's total changed between Medusa's reading of it and the page: the page must not be paid. */
export function cartChanging(): GatewayError {
  return refusal(
    "Your cart was changed while the payment was being started. You have not been charged. Please check the total and try again.",
    "The cart's total changed while its payment was being started, so the page is closed again. Nothing was charged; the shopper was asked to try again."
  )
}

export function returnNotAllowed(returnTo: string): GatewayError {
  return refusal(
    "This shop cannot lead you back to where you came from. You have not been charged. Please contact the shop.",
    `A checkout asked to return to "${returnTo.slice(0, 200)}", which is not on the list of allowed return origins. No payment was started. List its origin or app scheme in the settings, or correct the storefront's return_to.`
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

/** The gateway registered another amount or currency than it was asked for. */
export function openedForAnother(difference: {
  expected: string
  found: string
}): GatewayError {
  return refusal(
    "The payment page could not be opened. You have not been charged. Please choose another payment method or contact the shop.",
    `The gateway opened a page for ${difference.found} where ${difference.expected} was asked for. The page was closed again before anybody could pay, and nothing was charged. Ask the bank which rule of this merchant account changes it (a surcharge, rounding, or another currency).`
  )
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
    `The ${mode} merchant account that this payment was made with is no longer set up here, and its key with it, so nothing was sent. Enter that ${mode} account under Settings -> BPC Payments if it was in the environment, or do this in the gateway's portal.`
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

/** Medusa rolls a completion back, whatever it failed from; whether money goes back is decided by the settlement. */
export function rollsBack(action: "refund" | "cancel"): GatewayError {
  return refusal(
    "This payment cannot be changed at the moment.",
    `The order of this payment is not recorded yet, so this ${action} was not sent. The payment is looked at within a minute: it becomes an order, or goes back by itself.`
  )
}

const CHANGES: Record<string, string> = {
  edit: "an edit",
  return_request: "a return",
  return_receive: "the receipt of a return",
  exchange: "an exchange",
  claim: "a claim",
  transfer: "a transfer to another customer",
}

/** Medusa can neither count a refund on an order nor cancel it while a change of it is open (order module, createOrderChange). */
export function orderIsChanging(
  action: "refund" | "cancel",
  change: string
): GatewayError {
  return refusal(
    "This payment cannot be changed at the moment.",
    `This order has ${CHANGES[change] ?? "a change"} that is not finished, and Medusa cannot ${action === "refund" ? "count a refund" : "cancel the order"} before it is. Nothing was sent, and no money has moved. Confirm or cancel it on the order's page, then ${action}.`
  )
}

/** The gateway cancels a hold only before its first capture (BPC, "Cancel and refund" of API V2). */
export function remainderStaysHeld(captured: Money): GatewayError {
  return refusal(
    "This payment cannot be changed at the moment.",
    `${formatMoney(captured)} that had been captured went back. The rest of this payment is still reserved on the shopper's card, and after a first capture the gateway lets nobody cancel it from here. Release it in the gateway's portal, or wait until it lapses. The payment stays held until then.`
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
      merchant: `The gateway did not answer clearly, so it is not known whether this ${action} of ${formatMoney(amount)} was carried out. It is looked up in the gateway's books by itself, and booked here if it was. Trying again in a minute is safe: it is never done twice.`,
      log: `${action} outcome unknown: ${cause.log}`,
    },
    httpStatus: cause.httpStatus,
    requestId: cause.requestId,
  })
}

/** The gateway failed at it, and its books show that it was not done. */
export function notCarriedOut(
  action: "capture" | "refund" | "cancel",
  amount: Money,
  cause: GatewayError
): GatewayError {
  return new GatewayError({
    kind: cause.kind,
    retryable: true,
    outcomeUnknown: false,
    texts: {
      shopper: "This payment cannot be changed at the moment.",
      merchant: `The gateway failed at this ${action} of ${formatMoney(amount)}, and its books show that it was not carried out. Please try again.`,
      log: `${action} not carried out: ${cause.log}`,
    },
    httpStatus: cause.httpStatus,
    requestId: cause.requestId,
  })
}

/** The same was asked for in doubt, and is booked by now: whoever asks again may not have seen that yet. */
export function happenedAfterAll(
  action: "capture" | "refund",
  amount: Money
): GatewayError {
  return refusal(
    "This payment cannot be changed at the moment.",
    `The ${action} of ${formatMoney(amount)} whose outcome was not known was carried out after all and is booked here now, so nothing more was sent. Please load the order again. Should a further ${formatMoney(amount)} be wanted, ask for it again in two minutes.`
  )
}

/** An earlier call is still in doubt, and nothing is sent on top of it. */
export function stillInDoubt(
  action: "capture" | "refund" | "cancel",
  amount: Money
): GatewayError {
  return new GatewayError({
    kind: "timeout",
    retryable: true,
    outcomeUnknown: false,
    texts: {
      shopper: "This payment cannot be changed at the moment.",
      merchant: `It is not known yet whether the last ${action} of ${formatMoney(amount)} was carried out, because the gateway did not answer. Nothing was sent now, so that nothing is done twice. Please try again in a minute.`,
      log: `not sent: the ${action} before it is still in doubt`,
    },
  })
}

/** Why Medusa's own buttons, and the payment's page, do nothing for an order that was cancelled. */
export const ORDER_CANCELED = {
  capture:
    "The order was cancelled, so its money is not taken any more; a hold that is left is released by itself. Nothing was sent.",
  refund:
    "The order was cancelled, and Medusa cannot count a refund on it any more. Nothing was sent. What is not back with the shopper yet goes back by itself, or can be refunded on the payment's own page under BPC Payments.",
}
