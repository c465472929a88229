import {
  type LedgerRow,
  type SessionReason,
  nextCheckOfSale,
} from "../../modules/bpc/ledger"
import {
  type Applied,
  type Applying,
  NOT_FINAL,
  hasTotals,
  logger,
  totals,
} from "./applying"
import { underCartLock } from "./cart-lock"
import { discardUnderLock } from "./orphan-payment"
import { keepsRemainder } from "../../modules/bpc/money"
import { MAXIMUM_ATTEMPTS, nextAttempt } from "./schedule"
import { errorText } from "../error-text"

/**
 * No order can take this money: all of it goes back, or it is held for a person, as the setting says, or because only a person
 * can release what is left of a hold after a first capture.
 */
export async function refundOrHold(
  on: Applying,
  reason: SessionReason
): Promise<Applied> {
  const { bpc, row } = on
  const { latePayment } = await bpc.configuration.settings()
  const toHold =
    // What a person has asked for is not asked about once more.
    (latePayment === "hold" && reason !== "refund_requested") ||
    (hasTotals(on.verdict) && keepsRemainder(on.verdict))
  const marked = await takenFromCart<LedgerRow | "done">(on, () =>
    toHold ? hold(on, reason, {}) : mark(on, reason)
  )
  if (typeof marked === "string") {
    return marked
  }
  try {
    await bpc.refundInFull(marked)
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
    const text = errorText(error)
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

/** From here on our provider refuses to let an order have it. */
async function mark(
  on: Applying,
  reason: SessionReason
): Promise<LedgerRow | "done"> {
  const marked = await on.bpc.ledger.advance(on.row.id, {
    to: on.verdict.kind === "authorized" ? "authorized" : "paid",
    from: NOT_FINAL,
    reason,
    ...totals(on.verdict),
    paymentId: on.answer.payment?.id,
    releaseClaim: true,
    nextCheckInSeconds: 60,
    entry: { kind: "verified", details: { reason } },
  })
  return marked ?? "done"
}

/**
 * Decides again, marks the money, and takes out of Medusa's books what a completion left of it, all under the cart's own lock: a completion
 * under way in another process may be giving this very money its order, and one that comes afterwards must meet our provider's refusal.
 */
async function takenFromCart<Marked>(
  { container, bpc, row, situation: { cart } }: Applying,
  work: () => Promise<Marked>
): Promise<Marked | "decide_again"> {
  if (!cart) {
    return work()
  }
  return underCartLock(container, cart.id, async () => {
    const now = await bpc.situation(row.id)
    const { payment, orderId, claimedByOther } = now?.situation ?? {}
    // A payment without an order is what a completion left behind; nobody is at work on it.
    if (payment && !payment.canceled && orderId && !claimedByOther) {
      return "decide_again"
    }
    const marked = await work()
    await discardUnderLock(container, bpc, cart.id)
    return marked
  })
}

/** Leaves the money where it is and tells a person. */
export async function hold(
  on: Applying,
  reason: SessionReason,
  details: { expected?: string; found?: string }
): Promise<"done"> {
  await on.bpc.ledger.advance(on.row.id, {
    to: "held",
    from: NOT_FINAL,
    reason,
    ...(hasTotals(on.verdict) && totals(on.verdict)),
    paymentId: on.answer.payment?.id,
    nextCheckInSeconds: nextCheckOfSale(
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
