import { type Money, formatMoney, moneyOf, sameMoney } from "../../gateway"
import { type Situation } from "../../modules/bpc/core-tables"
import {
  type LedgerRow,
  type SessionReason,
} from "../../modules/bpc/ledger-row"
import { type Verdict } from "../../modules/bpc/verdict"

/** The doors through which the news of a payment comes in. */
export type Trigger =
  { door: "return" | "job" | "admin" } | { door: "webhook"; eventType: string }

/** What is to be done about a session, decided before anything is written anywhere; `apply` is the only thing that acts. */
export type Resolution =
  /** The books agree already. */
  | { kind: "nothing" }
  /** Undecided: the shopper may still pay, or the gateway speaks of something we do not know. */
  | { kind: "wait"; words?: string }
  /** The page was left behind by one payment session, but another one of the same checkout still shows it. */
  | { kind: "take_up"; paymentSessionId: string }
  /** The page was left behind and must not take money any more. */
  | { kind: "close_page" }
  | { kind: "end"; state: "expired" | "canceled" }
  /** The money is verified and no order has it yet. `adopt`: its Medusa payment session is gone or closed. */
  | { kind: "place_order"; as: "paid" | "authorized"; adopt: boolean }
  /** The order exists and has this money. */
  | { kind: "record_order"; as: "paid" | "authorized"; orderId: string }
  /** The gateway's portal was used after the sale: the ledger follows its totals. */
  | {
      kind: "follow_totals"
      as: "paid" | "authorized" | "refunded" | "canceled"
    }
  /** No order can take this money. */
  | { kind: "give_back"; reason: SessionReason }
  | { kind: "hold"; reason: SessionReason; expected?: string; found?: string }

/** News of these kinds cannot change a session whose order has its money already. */
const OLD_NEWS = new Set([
  "session.created",
  "session.completed",
  "session.expired",
  "payment.created",
  "payment.succeeded",
  "payment.failed",
])

/**
 * Whether the gateway must be asked at all. A poll looks only at what is still open; a push is answered for a paid session
 * too, because that is how a refund made in the portal arrives.
 */
export function needsAsking(row: LedgerRow, trigger: Trigger): boolean {
  if (trigger.door === "admin") {
    return true
  }
  if (trigger.door === "webhook" && trigger.eventType === "payment.failed") {
    // One attempt, not the end: the same page can still be paid.
    return false
  }
  switch (row.state) {
    case "held":
    case "refunded":
      return false
    case "authorized":
    case "paid":
      // The job comes to a settled session only when something about it is due, such as a refund that is under way.
      return (
        !isSettled(row) ||
        trigger.door === "job" ||
        (trigger.door === "webhook" && !isOldNews(row, trigger.eventType))
      )
    case "creating":
    case "open":
    case "canceled":
    case "expired":
    case "failed":
      return true
  }
}

/** A hold that succeeds has been captured: that is news for an authorised payment alone. */
function isOldNews(row: LedgerRow, eventType: string): boolean {
  return (
    OLD_NEWS.has(eventType) &&
    !(row.state === "authorized" && eventType === "payment.succeeded")
  )
}

/** An order has this money, and all doors agree on it. */
export function isSettled(row: LedgerRow): boolean {
  return (
    row.claimsCollection &&
    row.orderId !== null &&
    (row.state === "paid" || row.state === "authorized")
  )
}

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
      return row.state === "held" || row.state === "refunded"
        ? { kind: "nothing" }
        : {
            kind: "hold",
            reason: verdict.reason,
            expected: verdict.expected,
            found: verdict.found,
          }
    case "unknown":
      return { kind: "wait", words: verdict.words }
    case "open":
      return decideOpenPage(row, situation)
    case "expired":
      return endOf(row, "expired")
    case "canceled":
      return isSettled(row) || row.state === "paid"
        ? { kind: "follow_totals", as: "canceled" }
        : endOf(row, "canceled")
    case "paid":
    case "authorized":
      return decideMoney(row, verdict, situation)
  }
}

function decideOpenPage(
  row: LedgerRow,
  { paymentSession, collectionAmount }: Situation
): Resolution {
  if (!row.retiredAt || row.state !== "open") {
    return { kind: "wait" }
  }
  const fits = collectionAmount && sameMoney(collectionAmount, row.amount)
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
  verdict: { kind: "paid" | "authorized"; captured: Money; refunded: Money },
  situation: Situation
): Resolution {
  if (row.state === "held" || row.state === "refunded") {
    return { kind: "nothing" }
  }
  if (
    row.reason &&
    !row.claimsCollection &&
    (row.state === "paid" || row.state === "authorized")
  ) {
    // It was decided before that no order can take this money; giving it back was not finished.
    return { kind: "give_back", reason: row.reason }
  }
  if (isSettled(row)) {
    return followTotals(row, verdict)
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
    return verdict.refunded.minor >= verdict.captured.minor
      ? { kind: "follow_totals", as: "refunded" }
      : {
          kind: "hold",
          reason: "amount_mismatch",
          expected: formatMoney(row.amount),
          found: formatMoney(
            moneyOf(
              verdict.captured.minor - verdict.refunded.minor,
              row.amount.currency
            )
          ),
        }
  }
  if (situation.claimedByOther) {
    return { kind: "give_back", reason: "duplicate_payment" }
  }
  return decideOrder(row, verdict.kind, situation)
}

function decideOrder(
  row: LedgerRow,
  as: "paid" | "authorized",
  situation: Situation
): Resolution {
  if (situation.cart && situation.orderId) {
    // The cart became an order with other money.
    return { kind: "give_back", reason: "duplicate_payment" }
  }
  if ((!situation.cart && !situation.orderId) || !situation.collectionAmount) {
    return { kind: "give_back", reason: "cart_gone" }
  }
  if (!sameMoney(situation.collectionAmount, row.amount)) {
    return { kind: "give_back", reason: "cart_changed" }
  }
  return { kind: "place_order", as, adopt: !isUsable(situation.paymentSession) }
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

function followTotals(
  row: LedgerRow,
  verdict: { kind: "paid" | "authorized"; captured: Money; refunded: Money }
): Resolution {
  if (verdict.captured.minor < row.captured.minor) {
    // Paid never goes back: the answer is older than what we know.
    return { kind: "nothing" }
  }
  if (verdict.refunded.minor < row.refunded.minor) {
    // A refund that we know of is still under way at the gateway.
    return { kind: "wait" }
  }
  const as =
    verdict.captured.minor > 0 &&
    verdict.refunded.minor >= verdict.captured.minor
      ? "refunded"
      : row.state === "paid"
        ? "paid"
        : verdict.kind
  return as === row.state &&
    sameMoney(verdict.captured, row.captured) &&
    sameMoney(verdict.refunded, row.refunded)
    ? { kind: "nothing" }
    : { kind: "follow_totals", as }
}
