import { type Situation } from "../../modules/bpc/core-tables"
import { type Applied, type Applying, logger, totals } from "./applying"
import { underCartLock } from "./cart-lock"
import { completeSale } from "./complete-sale"
import { decide } from "./decide"
import { discardDanglingLinks } from "./interrupted-order"
import { discardOrphanPayments } from "./orphan-payment"
import { refundOrHold, hold } from "./refund-or-hold"
import { type OrderFailure, whyNoOrder } from "./order-failure"
import { recordOrder } from "./record-order"
import { type Resolution } from "./resolution"
import { MAXIMUM_ATTEMPTS, nextAttempt } from "./schedule"

/**
 * Lets Medusa place the cart's order with this money, or book it on the order that asked for it. Claims the collection for this
 * money before anything else.
 */
export async function placeOrder(
  on: Applying,
  order: Extract<Resolution, { kind: "place_order" }>
): Promise<Applied> {
  const { container, bpc, row, situation } = on
  if (order.onOrder && !(await isStillUnpaid(on))) {
    return "decide_again"
  }
  const claimed = await bpc.ledger.claim(row.id, {
    kind: order.as,
    ...totals(on.verdict),
    paymentId: on.answer.payment?.id,
    paymentSessionId: situation.paymentSession?.id,
  })
  if (!claimed) {
    return "decide_again"
  }
  let failures: OrderFailure[]
  try {
    if (situation.cart) {
      await discardOrphanPayments(container, bpc, situation.cart.id)
      await discardDanglingLinks(on)
    }
    failures = await completeSale(on, order)
  } catch (error) {
    failures = [{ error }]
  }
  return failures.length > 0
    ? orderFailed(on, order, failures)
    : recordPlacedOrder(on)
}

/** A completion that is under way elsewhere comes to its payment yet. */
async function isStillUnpaid({
  container,
  bpc,
  row,
  situation,
}: Applying): Promise<boolean> {
  const now = await underCartLock(container, situation.cart?.id ?? "", () =>
    bpc.situation(row.id)
  )
  return now?.situation.paidOtherwise === false
}

/** There is an order now; whether it has this very money is read back, not assumed. */
async function recordPlacedOrder(on: Applying): Promise<Applied> {
  const after = await on.bpc.situation(on.row.id)
  if (!after?.situation.payment || !after.situation.orderId) {
    // Not Medusa's own: it would never link an order, however often it ran.
    return on.bpc.configuration.options.completeCartWorkflow &&
      on.situation.cart
      ? hold(on, "completed_elsewhere", {})
      : "decide_again"
  }
  return recordOrder(
    { ...on, row: after.row, situation: after.situation },
    {
      as: after.row.state === "authorized" ? "authorized" : "paid",
      orderId: after.situation.orderId,
    }
  )
}

/**
 * No order: what is known now decides, and only then what was said. Medusa's completion rolls back what it did, so far as the store's
 * database lets it; it never gives money back by itself (`cancel.ts`, `refund.ts` of the module).
 */
async function orderFailed(
  on: Applying,
  order: Extract<Resolution, { kind: "place_order" }>,
  failures: readonly OrderFailure[]
): Promise<Applied> {
  const { bpc, row } = on
  const now = await bpc.situation(row.id)
  if (
    !now ||
    startedAgain(on.situation, now.situation) ||
    leadsElsewhere(order, decide(now.row, on.verdict, now.situation))
  ) {
    return "decide_again"
  }
  const why = whyNoOrder(failures, {
    // An order that stands needs no catalogue.
    goodsGone:
      now.situation.cart && !order.onOrder
        ? await bpc.queries.goodsGone(now.situation.cart.id)
        : [],
  })
  const entry = {
    kind: "order_failed" as const,
    details: { message: why.sentence },
  }
  logger(on).warn(`[bpc] no order yet for ${row.id}: ${why.sentence}`)
  if (
    why.kind === "fault" &&
    (!on.spendsTry || row.attempts + 1 < MAXIMUM_ATTEMPTS)
  ) {
    await bpc.ledger.checkAgain(row.id, {
      inSeconds: nextAttempt(row),
      countsAsAttempt: on.spendsTry,
      entry,
    })
    return "done"
  }
  await bpc.note(row.id, entry)
  return refundOrHold(
    { ...on, row: now.row },
    why.kind === "fault" ? "no_order_after_retries" : why.reason
  )
}

/**
 * The shopper pressed pay again meanwhile: Medusa deleted the payment session under its own completion. One that came past the payment has
 * another session, too, since Medusa's roll-back makes a new one; but it leaves the payment behind.
 */
function startedAgain(before: Situation, now: Situation): boolean {
  return (
    now.payment === null &&
    before.paymentSession !== null &&
    before.paymentSession.id !== now.paymentSession?.id
  )
}

/** What was tried is not what is to be done any more: an order came about all the same, or cart, session or money changed meanwhile. */
function leadsElsewhere(
  tried: Extract<Resolution, { kind: "place_order" }>,
  now: Resolution
): boolean {
  return (
    now.kind !== "place_order" ||
    (now.adopt && !tried.adopt) ||
    now.onOrder !== tried.onOrder
  )
}
