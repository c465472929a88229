import { type Money, formatMoney, moneyOf, sameMoney } from "../../gateway"
import {
  type Situation,
  type Unbooked,
  type Unsent,
} from "../../modules/bpc/core-tables"
import {
  type LedgerRow,
  type SessionReason,
} from "../../modules/bpc/ledger-row"
import {
  type Difference,
  type Totals,
  type Verdict,
} from "../../modules/bpc/verdict"

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
  /** Its order no longer asks for this amount, and nobody else can leave the page behind. */
  | { kind: "leave_page" }
  /** The page was left behind and must not take money any more. */
  | { kind: "close_page" }
  | { kind: "end"; state: "expired" | "canceled" }
  /** The money is verified and no order has it yet. `adopt`: its Medusa payment session is gone or closed. */
  | { kind: "place_order"; as: "paid" | "authorized"; adopt: boolean }
  /** The order exists and has this money. */
  | { kind: "record_order"; as: "paid" | "authorized"; orderId: string }
  /** The ledger follows the gateway's totals; Medusa's books have them already. */
  | {
      kind: "follow_totals"
      as: "paid" | "authorized" | "refunded" | "canceled"
    }
  /** Something was done in the gateway's portal, or by a call whose answer never came: Medusa books it. */
  | ({ kind: "mirror"; paymentId: string } & Mirror)
  /** We were killed between Medusa's books and the gateway: what never got there is sent. */
  | { kind: "finish"; unsent: Unsent }
  /** Medusa's payment has it and its order does not count it yet. */
  | { kind: "book"; orderId: string; rows: readonly Unbooked[] }
  /** The order stands, but its books and the gateway's differ in a way that only a person can clear up. */
  | {
      kind: "report"
      reason: SessionReason
      expected: string
      found: string
    }
  /** No order can take this money. */
  | { kind: "give_back"; reason: SessionReason }
  | { kind: "hold"; reason: SessionReason; expected?: string; found?: string }

/** `total` is what Medusa's books have of it before; `void`: the hold was released. */
export type Mirror =
  | { action: "capture" | "refund"; amount: Money; total: Money }
  | { action: "void" }

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
      // Someone may have given it back in the portal.
      return trigger.door !== "return" && !isOldNewsOfHeld(trigger)
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

function isOldNewsOfHeld(trigger: Trigger): boolean {
  return trigger.door === "webhook" && OLD_NEWS.has(trigger.eventType)
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

/** The gateway released money that an order has: a hold, or what was captured the same day. */
function decideRelease(
  row: LedgerRow,
  { payment, inDoubtSince }: Situation
): Resolution {
  if (inDoubtSince) {
    return { kind: "wait" }
  }
  if (!payment || payment.canceled) {
    return { kind: "follow_totals", as: "canceled" }
  }
  const left = payment.captured.minor - payment.refunded.minor
  if (payment.captured.minor === 0) {
    return { kind: "mirror", paymentId: payment.id, action: "void" }
  }
  return left > 0
    ? {
        kind: "mirror",
        paymentId: payment.id,
        action: "refund",
        amount: moneyOf(left, row.amount.currency),
        total: payment.refunded,
      }
    : { kind: "follow_totals", as: "refunded" }
}

function decideOpenPage(row: LedgerRow, situation: Situation): Resolution {
  const { paymentSession, collectionAmount, outstanding } = situation
  if (row.state !== "open") {
    return { kind: "wait" }
  }
  const fits =
    collectionAmount &&
    sameMoney(collectionAmount, row.amount) &&
    (!outstanding || owes(situation, row.amount))
  if (!row.retiredAt) {
    return outstanding && !fits ? { kind: "leave_page" } : { kind: "wait" }
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
    const { captured, refunded } = verdict
    return captured.minor > 0 && refunded.minor >= captured.minor
      ? { kind: "follow_totals", as: "refunded" }
      : { kind: "nothing" }
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
  if (payment?.canceled && orderId) {
    return { kind: "give_back", reason: "order_canceled" }
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
  const ofOrder = !situation.cart && situation.orderId !== null
  if ((!situation.cart && !ofOrder) || !situation.collectionAmount) {
    return {
      kind: "give_back",
      reason: ofOrder ? "order_changed" : "cart_gone",
    }
  }
  if (!sameMoney(situation.collectionAmount, row.amount)) {
    return {
      kind: "give_back",
      reason: ofOrder ? "order_changed" : "cart_changed",
    }
  }
  if (ofOrder && !owes(situation, row.amount)) {
    // An order has as many collections as it was changed: only what all of them leave open counts.
    return { kind: "give_back", reason: "order_changed" }
  }
  return { kind: "place_order", as, adopt: !isUsable(situation.paymentSession) }
}

function owes({ outstanding }: Situation, amount: Money): boolean {
  return (
    outstanding !== null &&
    outstanding.currency === amount.currency &&
    outstanding.minor >= amount.minor
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

type MoneyVerdict = { kind: "paid" | "authorized" } & Totals

/**
 * The order has this money. Medusa's books follow the gateway's, whoever moved the money; where Medusa is ahead, what it
 * promises is carried out or a person is told.
 */
function compareBooks(
  row: LedgerRow,
  verdict: MoneyVerdict,
  situation: Situation
): Resolution {
  const { payment, inDoubtSince } = situation
  if (verdict.captured.minor < row.captured.minor) {
    // Paid never goes back: the answer is older than what we know.
    return { kind: "nothing" }
  }
  if (inDoubtSince) {
    return { kind: "wait" }
  }
  if (!payment || payment.canceled || !verdict.told) {
    return verdict.refunded.minor < row.refunded.minor
      ? { kind: "wait" }
      : followTotals(row, verdict)
  }
  for (const action of ["capture", "refund"] as const) {
    const field = action === "capture" ? "captured" : "refunded"
    const theirs = verdict[field].minor
    const ours = payment[field].minor
    if (theirs > ours) {
      return {
        kind: "mirror",
        paymentId: payment.id,
        action,
        amount: moneyOf(theirs - ours, row.amount.currency),
        total: payment[field],
      }
    }
    if (theirs < ours) {
      const unsent = situation.unsent.find(({ kind }) => kind === action)
      return unsent
        ? { kind: "finish", unsent }
        : {
            kind: "report",
            reason: action === "capture" ? "capture_failed" : "refund_failed",
            expected: formatMoney(payment[field]),
            found: formatMoney(verdict[field]),
          }
    }
  }
  const rows = situation.unbooked.filter(({ settled }) => settled)
  return rows.length > 0 && row.orderId
    ? { kind: "book", orderId: row.orderId, rows }
    : followTotals(row, verdict)
}

function followTotals(row: LedgerRow, verdict: MoneyVerdict): Resolution {
  const as =
    verdict.captured.minor > 0 &&
    verdict.refunded.minor >= verdict.captured.minor
      ? "refunded"
      : row.state === "paid"
        ? "paid"
        : verdict.kind
  return as === row.state &&
    row.reason === null &&
    sameMoney(verdict.captured, row.captured) &&
    sameMoney(verdict.refunded, row.refunded)
    ? { kind: "nothing" }
    : { kind: "follow_totals", as }
}
