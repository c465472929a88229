import { formatMoney } from "../../gateway"
import { type LedgerRow, type SessionReason } from "../../modules/bpc/ledger"
import type BpcModuleService from "../../modules/bpc/service"
import { isSettled } from "./needs-asking"
import { MAXIMUM_ATTEMPTS, nextAttempt } from "./schedule"

/** Half an hour of tries has been in vain by then. */
const SECONDS_ONCE_TOLD = 3600

/** How an order's books and the gateway's differ as long as the work does not succeed. */
export type Problem = { reason: SessionReason; expected: string; found: string }

/**
 * Work on a payment failed for a reason that may pass: it is tried again, and a person is told once it has been in vain for long enough.
 * What was told is taken back by the settlement that succeeds.
 *
 * @param why the error's words, for the clerk
 * @param problem what a person is told of the payment of an order; that it cannot be booked if nothing is said
 */
export async function tryLater(
  bpc: BpcModuleService,
  row: LedgerRow,
  why: string,
  problem: Problem = {
    reason: "booking_failed",
    expected: formatMoney(row.captured),
    found: why.slice(0, 300),
  }
): Promise<void> {
  const isOverdue = isSettled(row) && row.attempts + 1 >= MAXIMUM_ATTEMPTS
  await bpc.ledger.checkAgain(row.id, {
    inSeconds: isOverdue ? SECONDS_ONCE_TOLD : nextAttempt(row),
    countsAsAttempt: true,
  })
  if (!isSettled(row) || (row.reason && row.reason !== problem.reason)) {
    await bpc.failing.note(row.id, "work", { why })
  } else if (isOverdue && row.reason === null) {
    await bpc.ledger.report(row.id, {
      ...problem,
      nextCheckInSeconds: SECONDS_ONCE_TOLD,
    })
  }
}
