import { GatewayError } from "../../gateway"
import { type SessionReason } from "../../modules/bpc/ledger-row"
import {
  type Applied,
  type Applying,
  NOT_FINAL,
  hasTotals,
  logger,
  totals,
} from "./applying"
import { underCartLock } from "./cart-lock"
import { nextLookAtSale } from "../../modules/bpc/sale-watch"
import { keepsRest } from "../../modules/bpc/verdict"
import { MAXIMUM_ATTEMPTS, nextAttempt } from "./schedule"

/**
 * No order can take this money: all of it goes back, or it is held for a person, as the setting says, or because only a person
 * can release what is left of a hold after a first capture. A completion of the
 * cart that is under way in another process may be giving this very money its order, so the cart's own lock is waited for
 * and the decision made again under it.
 */
export async function giveBack(
  on: Applying,
  reason: SessionReason
): Promise<Applied> {
  const { bpc, row } = on
  if (!(await stillTrueUnderCartLock(on))) {
    return "decide_again"
  }
  const { latePayment } = await bpc.configuration.settings()
  if (
    // What a person has asked for is not asked about once more.
    (latePayment === "hold" && reason !== "refund_requested") ||
    (hasTotals(on.verdict) && keepsRest(on.verdict))
  ) {
    return hold(on, reason, {})
  }
  const marked = await bpc.ledger.advance(row.id, {
    to: on.verdict.kind === "authorized" ? "authorized" : "paid",
    from: NOT_FINAL,
    reason,
    ...totals(on.verdict),
    paymentId: on.answer.payment?.id,
    releaseClaim: true,
    nextCheckInSeconds: 60,
    entry: { kind: "verified", details: { reason } },
  })
  if (!marked) {
    return "done"
  }
  try {
    await bpc.giveEverythingBack(marked)
    if (on.verdict.kind === "authorized" && on.verdict.captured.minor === 0) {
      await bpc.ledger.advance(row.id, {
        to: "canceled",
        from: ["authorized"],
        nextCheckInSeconds: null,
        entry: { kind: "voided", details: { reason } },
      })
    }
    return "done"
  } catch (error) {
    const text = error instanceof GatewayError ? error.merchant : String(error)
    logger(on).error(`[bpc] giving back the money of ${row.id} failed: ${text}`)
    if (on.spendsTry && row.attempts + 1 >= MAXIMUM_ATTEMPTS) {
      return hold(on, "refund_failed", {})
    }
    await bpc.ledger.checkAgain(row.id, {
      inSeconds: nextAttempt(row),
      countsAsAttempt: on.spendsTry,
      entry: { kind: "refund_failed", details: { message: text } },
    })
    return "done"
  }
}

async function stillTrueUnderCartLock({
  container,
  bpc,
  row,
  situation,
}: Applying): Promise<boolean> {
  const { cart } = situation
  if (!cart) {
    return true
  }
  const now = await underCartLock(container, cart.id, () =>
    bpc.situation(row.id)
  )
  return !now?.situation.payment || now.situation.claimedByOther
}

/** Leaves the money where it is and tells a person. */
export async function hold(
  on: Applying,
  reason: SessionReason,
  details: { expected?: string; found?: string }
): Promise<Applied> {
  await on.bpc.ledger.advance(on.row.id, {
    to: "held",
    from: NOT_FINAL,
    reason,
    ...(hasTotals(on.verdict) && totals(on.verdict)),
    paymentId: on.answer.payment?.id,
    nextCheckInSeconds: nextLookAtSale(
      { ...on.row, state: "held" },
      new Date()
    ),
    entry: { kind: "held", details: { reason, ...details } },
  })
  logger(on).warn(
    `[bpc] payment ${on.row.id} (${on.row.merchantReferenceId}) is held for a person: ${reason}` +
      (details.found
        ? `, registered ${details.expected}, found ${details.found}`
        : "")
  )
  return "done"
}
