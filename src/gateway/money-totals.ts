import { type MoneyState, type MoneyTotals } from "./money-channel"
import { type CurrencyCode, type Money, moneyOf } from "./money"
import { type GatewayPayment } from "./session"

/** The totals of a V2 payment; undefined when it does not tell them, or in another currency. */
export function totalsOfPayment(
  payment: GatewayPayment | undefined,
  currency: CurrencyCode
): MoneyTotals | undefined {
  if (payment === undefined) {
    return undefined
  }
  const untouched =
    payment.status === "canceled" || stateOf(payment.status) === "unpaid"
  const nothing = untouched ? moneyOf(0, currency) : undefined
  const captured = payment.captured ?? nothing
  const refunded = payment.refunded ?? nothing
  if (
    captured?.currency !== currency ||
    refunded?.currency !== currency ||
    captured.minor < refunded.minor
  ) {
    return undefined
  }
  const mayCapture = (payment.capturable?.minor ?? 0) > 0
  return {
    captured,
    refunded,
    state: mayCapture
      ? "held"
      : settledState(stateOf(payment.status), captured, refunded),
  }
}

/** All of it back is `refunded`; a part of it back stays `captured`. */
export function settledState(
  state: MoneyState,
  captured: Money,
  refunded: Money
): MoneyState {
  if (captured.minor === 0) {
    return state
  }
  return refunded.minor >= captured.minor ? "refunded" : "captured"
}

function stateOf(status: GatewayPayment["status"]): MoneyState {
  switch (status) {
    case "requires_capture":
      return "held"
    case "succeeded":
      return "captured"
    case "canceled":
      return "canceled"
    case "failed":
    case "requires_payment_method":
    case "requires_action":
      return "unpaid"
    case "processing":
    case "unknown":
      return "unknown"
  }
}
