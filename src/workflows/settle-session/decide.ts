import { type Money, formatMoney, moneyOf, sameMoney } from "../../gateway"
import { type Situation } from "../../modules/bpc/core-tables"
import { type LedgerRow } from "../../modules/bpc/ledger"
import {
  type Difference,
  type MoneyVerdict,
  type Verdict,
  keepsRemainder,
} from "../../modules/bpc/money"
import { compareBooks, decideRelease } from "./compare-books"
import { isSettled } from "./needs-asking"
import { type Resolution } from "./resolution"

/**
 * The one decision about money: ledger, gateway's answer and Medusa's situation in, what to do out. Pure and total; the table
 * in its test is the specification.
 */
export function decide(
  row: LedgerRow,
  verdict: Verdict,
  situation: Situation
): Resolution {
  switch (verdict.kind) {
    case "mismatch":
      return decideMismatch(row, verdict)
    case "unknown":
      return { kind: "wait", words: verdict.words }
    case "open":
      return decideOpenPage(row, situation)
    case "expired":
      return endOf(row, "expired")
    case "canceled":
      return isSettled(row)
        ? decideRelease(row, situation)
        : row.state === "paid"
          ? { kind: "follow_totals", as: "canceled" }
          : endOf(row, "canceled")
    case "paid":
    case "authorized":
      return decideMoney(row, verdict, situation)
  }
}

function decideMismatch(
  row: LedgerRow,
  { reason, expected, found, allBack }: Difference
): Resolution {
  if (row.state === "refunded") {
    return { kind: "nothing" }
  }
  if (row.state === "held") {
    return allBack
      ? { kind: "follow_totals", as: "refunded" }
      : { kind: "nothing" }
  }
  // Money that an order has already is not held: the order stands, and a person is told that the books differ.
  return {
    kind: isSettled(row) ? "report" : "hold",
    reason,
    expected,
    found,
  }
}

function decideOpenPage(row: LedgerRow, situation: Situation): Resolution {
  const { paymentSession, collectionAmount, outstanding } = situation
  if (row.state !== "open") {
    return { kind: "wait" }
  }
  const fits =
    collectionAmount &&
    sameMoney(collectionAmount, row.amount) &&
    (!outstanding || owes(outstanding, row.amount))
  if (!row.retiredAt) {
    // A cart's page is left by its payment session; one that was started while the cart changed was not.
    return (outstanding ?? collectionAmount) && !fits
      ? { kind: "leave_page" }
      : { kind: "wait" }
  }
  return paymentSession && isUsable(paymentSession) && fits && !row.closing
    ? { kind: "take_up", paymentSessionId: paymentSession.id }
    : { kind: "close_page" }
}

function endOf(row: LedgerRow, state: "expired" | "canceled"): Resolution {
  // Only what never held money can end: a late "expired" never beats a payment.
  return row.state === "creating" ||
    row.state === "open" ||
    row.state === "failed" ||
    (state === "canceled" && row.state === "authorized")
    ? { kind: "end", state }
    : { kind: "nothing" }
}

function decideMoney(
  row: LedgerRow,
  verdict: MoneyVerdict,
  situation: Situation
): Resolution {
  if (row.state === "refunded") {
    return { kind: "nothing" }
  }
  if (row.state === "held") {
    return verdict.captured.minor > 0 && isAllBack(verdict)
      ? { kind: "follow_totals", as: "refunded" }
      : { kind: "nothing" }
  }
  if (
    row.reason &&
    !row.claimsCollection &&
    (row.state === "paid" || row.state === "authorized")
  ) {
    // It was decided before that no order can take this money; giving it back was not finished.
    return { kind: "refund", reason: row.reason }
  }
  if (isSettled(row)) {
    return compareBooks(row, verdict, situation)
  }
  const { payment, orderId } = situation
  if (
    payment &&
    !payment.canceled &&
    orderId &&
    (row.claimsCollection || !situation.claimedByOther)
  ) {
    return { kind: "record_order", as: verdict.kind, orderId }
  }
  if (verdict.refunded.minor > 0) {
    // Given back at the gateway before any order had it.
    return isAllBack(verdict)
      ? { kind: "follow_totals", as: "refunded" }
      : {
          kind: "hold",
          reason: "amount_mismatch",
          expected: formatMoney(row.amount),
          found: formatMoney(
            moneyOf(
              Math.max(0, verdict.captured.minor - verdict.refunded.minor),
              row.amount.currency
            )
          ),
        }
  }
  if (situation.claimedByOther) {
    return { kind: "refund", reason: "duplicate_payment" }
  }
  if (payment?.canceled && orderId) {
    return { kind: "refund", reason: "order_canceled" }
  }
  return decideOrder(row, verdict.kind, situation)
}

function isAllBack(verdict: MoneyVerdict): boolean {
  return (
    verdict.refunded.minor >= verdict.captured.minor && !keepsRemainder(verdict)
  )
}

function decideOrder(
  row: LedgerRow,
  as: "paid" | "authorized",
  situation: Situation
): Resolution {
  if (situation.cart && situation.orderId) {
    // The cart became an order with other money; or a completion was interrupted before it came to the payment.
    return isInterruptedUnpaid(row, situation)
      ? {
          kind: "place_order",
          as,
          adopt: !isUsable(situation.paymentSession),
          onOrder: true,
        }
      : { kind: "refund", reason: "duplicate_payment" }
  }
  if (situation.cart?.completed) {
    // A store's own workflow completed it; which order has this money, only the store knows.
    return { kind: "hold", reason: "completed_elsewhere" }
  }
  const ofOrder = !situation.cart && situation.orderId !== null
  if ((!situation.cart && !ofOrder) || !situation.collectionAmount) {
    return {
      kind: "refund",
      reason: ofOrder ? "order_changed" : "cart_gone",
    }
  }
  if (!sameMoney(situation.collectionAmount, row.amount)) {
    return {
      kind: "refund",
      reason: ofOrder ? "order_changed" : "cart_changed",
    }
  }
  if (ofOrder && !owes(situation.outstanding, row.amount)) {
    // An order has as many collections as it was changed: only what all of them leave open counts.
    return { kind: "refund", reason: "order_changed" }
  }
  const adopt = !isUsable(situation.paymentSession)
  // Adopting deletes the collection's other sessions; one with money in it is the shopper's later choice.
  return adopt && situation.paidWithOtherProvider
    ? { kind: "refund", reason: "duplicate_payment" }
    : { kind: "place_order", as, adopt, onOrder: false }
}

/**
 * The cart's order asks for just this money, and nobody has paid it or is paying it: through its own collection, or through one that was made
 * for the order afterwards (a payment link, "mark as paid").
 */
function isInterruptedUnpaid(
  row: LedgerRow,
  { placed, paidOtherwise, orderCanceled, collectionAmount }: Situation
): boolean {
  return (
    !paidOtherwise &&
    !orderCanceled &&
    placed !== null &&
    sameMoney(placed.asked, row.amount) &&
    owes(placed.due, row.amount) &&
    collectionAmount !== null &&
    sameMoney(collectionAmount, row.amount)
  )
}

function owes(due: Money | null, amount: Money): boolean {
  return (
    due !== null &&
    due.currency === amount.currency &&
    due.minor >= amount.minor
  )
}

/** The statuses that Medusa's cart completion accepts (core-flows, validate-cart-payments step). */
const USABLE = new Set([
  "pending",
  "requires_more",
  "authorized",
  "captured",
  "pending_authorization",
])

function isUsable(paymentSession: Situation["paymentSession"]): boolean {
  return paymentSession !== null && USABLE.has(paymentSession.status)
}
