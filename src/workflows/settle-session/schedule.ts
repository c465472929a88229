import { type Situation } from "../../modules/bpc/core-tables"
import { type LedgerRow, nextCheckOfSale } from "../../modules/bpc/ledger"
import { isSettled } from "./needs-asking"

const MINUTE = 60
const HOUR = 60 * MINUTE
/** Late money is looked for until this long after a page's end. */
const GRACE_SECONDS = 24 * HOUR
/** A page that ends is looked at a little after its end, since the gateway's clock is not ours. */
const AFTER_EXPIRY_SECONDS = 15

/**
 * Seconds until an open page is asked about again: each pause as long as the page is old, and always right after its end. By its age, not by
 * how often it was looked at: a shopper who changes the cart again and again has it looked at early each time, and must not make the job look
 * less often for that. A page that the gateway still calls open long after its end is given up with its grace time (null).
 */
export function nextCheckOfOpenPage(row: LedgerRow, now: Date): number | null {
  const age = (now.getTime() - row.createdAt.getTime()) / 1000
  const pause = Math.min(Math.max(MINUTE, age), 10 * MINUTE)
  const left = row.expiresAt
    ? (row.expiresAt.getTime() - now.getTime()) / 1000 + AFTER_EXPIRY_SECONDS
    : Infinity
  if (left > 0) {
    return Math.min(pause, left)
  }
  return -left >= GRACE_SECONDS ? null : Math.max(MINUTE, -left)
}

/** Seconds until a page that ended unpaid is looked at for late money; null once its grace time is over. */
export function nextCheckAfterEnd(row: LedgerRow, now: Date): number | null {
  const end = row.expiresAt ?? row.createdAt
  const since = Math.max(0, (now.getTime() - end.getTime()) / 1000)
  return since >= GRACE_SECONDS ? null : Math.max(10 * MINUTE, since)
}

/** What the gateway has forgotten is asked about for so long. */
const FORGOTTEN_SECONDS = 30 * 24 * HOUR

/**
 * Seconds until a payment that the gateway knew once and calls unknown now is asked about again: each pause as long as it has been so, a day
 * at most; null after a month.
 */
export function nextCheckOfForgotten(row: LedgerRow, now: Date): number | null {
  const since = row.failingSince
    ? (now.getTime() - row.failingSince.getTime()) / 1000
    : 0
  return since >= FORGOTTEN_SECONDS
    ? null
    : Math.min(Math.max(MINUTE, since), 24 * HOUR)
}

/** Seconds until a page that the gateway would not close is tried again: each pause as long as it has been so. */
export function nextTryToClose(row: LedgerRow, now: Date): number {
  const since = row.failingSince
    ? (now.getTime() - row.failingSince.getTime()) / 1000
    : 0
  return Math.min(Math.max(20, since), 10 * MINUTE)
}

/**
 * Seconds until the gateway is asked again after a fault: within the minute while a shopper may be waiting; null once nobody
 * can expect an answer any more (an account removed for days, a session that the gateway has forgotten). Where money waits
 * for something (its order, its way back, a refund in doubt, the end of a cancelling) it is asked for as long as that takes.
 */
export function nextCheckAfterFault(
  row: LedgerRow,
  situation: Situation,
  now: Date,
  retryAfterMs: number | undefined
): number | null {
  const age = (now.getTime() - row.createdAt.getTime()) / 1000
  const waitedFor =
    situation.inDoubtSince !== null ||
    situation.unsent.length > 0 ||
    ((row.state === "paid" || row.state === "authorized") &&
      (!isSettled(row) || situation.orderCanceled))
  if (age > 3 * GRACE_SECONDS && !waitedFor) {
    return isSettled(row) ? nextCheckOfSale(row, now) : null
  }
  const pause = age < HOUR ? 20 : age > 3 * GRACE_SECONDS ? HOUR : 10 * MINUTE
  return Math.max(pause, Math.ceil((retryAfterMs ?? 0) / 1000))
}

/** Seconds until a capture or refund whose outcome is not known yet is looked up again: as long as it has been waited for. */
export function nextCheckOfDoubt(since: Date, now: Date): number {
  const waited = (now.getTime() - since.getTime()) / 1000
  return Math.min(Math.max(20, waited), HOUR)
}

/** Seconds until placing an order or giving money back is tried again. */
export function nextAttempt(row: LedgerRow): number {
  return Math.min(10 * 2 ** Math.min(row.attempts, 6), 10 * MINUTE)
}

/** Placing an order that fails for passing reasons is given up after this many tries. */
export const MAXIMUM_ATTEMPTS = 8
