import { type MoneyState, type MoneyTotals } from "./money-channel"
import { type CurrencyCode, moneyOf } from "./money"
import { settledState } from "./money-totals"
import { type GatewayRefund } from "./refund"
import { type V1Order } from "./v1-order"

/** Undefined when the merchant's version tells no sums and the status alone does not settle them. */
export function totalsOfOrder(
  order: V1Order,
  currency: CurrencyCode
): MoneyTotals | undefined {
  const state = stateOf(order.status)
  const untouched =
    state === "unpaid" || state === "canceled" || order.status === "held"
  const nothing = untouched ? moneyOf(0, currency) : undefined
  const captured = order.captured ?? nothing
  const refunded = order.refunded ?? nothing
  if (captured === undefined || refunded === undefined) {
    return undefined
  }
  return {
    captured,
    refunded,
    state: state === "held" ? state : settledState(state, captured, refunded),
  }
}

/** A merchant's version below 5 lists no refunds: then their sum stands for them, so that no money is missing. */
export function refundsOfOrder(order: V1Order): GatewayRefund[] {
  const { refunded, refunds } = order
  return refunds.length === 0 && refunded !== undefined && refunded.minor > 0
    ? [{ amount: refunded, status: "succeeded", rawStatus: "" }]
    : refunds
}

function stateOf(status: V1Order["status"]): MoneyState {
  switch (status) {
    case "registered":
    case "declined":
      return "unpaid"
    case "held":
    case "intermediate":
      return "held"
    case "captured":
    case "canceled":
    case "refunded":
      return status
    case "pending":
    case "unknown":
      return "unknown"
  }
}
