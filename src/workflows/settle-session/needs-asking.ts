import { EVENT_TYPES, OTHER_EVENT_TYPES } from "../../gateway"
import { type Situation } from "../../modules/bpc/core-tables"
import { type LedgerRow } from "../../modules/bpc/ledger"
import { type Purpose } from "../../modules/bpc/money"

/** The doors through which the news of a payment comes in. */
export type Trigger =
  | { door: "return"; refused?: boolean }
  | { door: "job" | "admin" }
  | { door: "webhook"; eventType: string }

/** News of these kinds cannot change a session whose order has its money already. */
const OLD_NEWS = new Set<string>([
  OTHER_EVENT_TYPES.sessionCreated,
  EVENT_TYPES.sessionCompleted,
  EVENT_TYPES.sessionExpired,
  OTHER_EVENT_TYPES.paymentCreated,
  EVENT_TYPES.paymentSucceeded,
  EVENT_TYPES.paymentFailed,
])

/**
 * Whether the gateway must be asked at all. A poll looks only at what is still open; a push is answered for a paid session
 * too, because that is how a refund made in the portal arrives.
 */
export function needsAsking(
  row: LedgerRow,
  trigger: Trigger,
  isDue = true
): boolean {
  if (trigger.door === "admin") {
    return true
  }
  if (!isDue && waitsForNextTry(row) && trigger.door !== "job") {
    // The shopper's page looks every two seconds: the pause before the next try is for all doors.
    return false
  }
  if (
    trigger.door === "webhook" &&
    trigger.eventType === EVENT_TYPES.paymentFailed
  ) {
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

/**
 * What a look at the gateway is for. The second channel is asked beside it by whoever wants to know why a payment was refused, and by a
 * clerk; and instead of it by the job, about a sale in which nothing is expected to have happened: that costs no call more and shows a
 * chargeback.
 */
export function purposeOf(
  row: LedgerRow,
  {
    inDoubtSince,
    orderCanceled,
  }: Pick<Situation, "inDoubtSince" | "orderCanceled">,
  trigger: Trigger
): Purpose {
  if (trigger.door === "job") {
    const atRest = isSettled(row) && !inDoubtSince && !orderCanceled
    return atRest ? "rest" : "money"
  }
  const asksWhy = trigger.door === "return" && trigger.refused === true
  return trigger.door === "admin" || asksWhy ? "facts" : "money"
}

/** A hold that succeeds has been captured: that is news for an authorised payment alone. */
function isOldNews(row: LedgerRow, eventType: string): boolean {
  return (
    OLD_NEWS.has(eventType) &&
    !(row.state === "authorized" && eventType === EVENT_TYPES.paymentSucceeded)
  )
}

function isOldNewsOfHeld(trigger: Trigger): boolean {
  return trigger.door === "webhook" && OLD_NEWS.has(trigger.eventType)
}

/** Placing its order, or giving it back, was tried before and failed. */
function waitsForNextTry(row: LedgerRow): boolean {
  return (
    row.attempts > 0 &&
    (row.state === "paid" || row.state === "authorized") &&
    !isSettled(row)
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
