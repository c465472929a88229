import { formatMoney } from "../../gateway"
import { type LedgerRow } from "../../modules/bpc/ledger-row"
import type BpcModuleService from "../../modules/bpc/service"
import { isSettled } from "./needs-asking"
import { MAXIMUM_ATTEMPTS, nextAttempt } from "./schedule"

/** Half an hour of tries has been in vain by then. */
const SECONDS_ONCE_TOLD = 3600

/**
 * Work on a payment failed for a reason that may pass: it is tried again, and a person is told once it has been in vain for long enough.
 * What was told is taken back by the settlement that succeeds.
 *
 * @param why the error's words, for the clerk
 */
export async function tryLater(
  bpc: BpcModuleService,
  row: LedgerRow,
  why: string
): Promise<void> {
  const isOverdue = isSettled(row) && row.attempts + 1 >= MAXIMUM_ATTEMPTS
  await bpc.ledger.checkAgain(row.id, {
    inSeconds: isOverdue ? SECONDS_ONCE_TOLD : nextAttempt(row),
    countsAsAttempt: true,
  })
  if (isOverdue && row.reason === null) {
    await bpc.ledger.report(row.id, {
      reason: "booking_failed",
      expected: formatMoney(row.captured),
      found: why.slice(0, 300),
      nextCheckInSeconds: SECONDS_ONCE_TOLD,
    })
  }
}
