import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import { underCartLock } from "./cart-lock"
import { totalDiffers } from "./compare-books"
import { nextCheckOfBooks, nextCheckOfSale } from "../../modules/bpc/ledger"
import { type Applied, type Applying, NOT_FINAL, totals } from "./applying"

/** Writes down that the order has this money. */
export async function recordOrder(
  on: Applying,
  { as, orderId }: { as: "paid" | "authorized"; orderId: string }
): Promise<Applied> {
  const { bpc, row, verdict, answer, trigger } = on
  if (!(await orderStands(on))) {
    return "decide_again"
  }
  if (
    !row.claimsCollection &&
    !(await bpc.ledger.claim(row.id, {
      kind: as,
      ...totals(verdict),
      paymentId: answer.payment?.id,
    }))
  ) {
    return "decide_again"
  }
  if (!on.situation.cart) {
    await finishOrderPayment(on, orderId)
  }
  const differs = totalDiffers(row, on.situation)
  // A capture of the store's own may have come through our provider while its order was being placed: paid never goes back.
  const latest = (await bpc.ledger.find(row.id)) ?? row
  const isAhead = latest.captured.minor > totals(verdict).captured.minor
  await bpc.ledger.advance(row.id, {
    to: isAhead ? latest.state : as,
    from: NOT_FINAL,
    reason: null,
    orderId,
    ...(!isAhead && totals(verdict)),
    paymentId: answer.payment?.id,
    nextCheckInSeconds: nextLook(on, as),
    entry: {
      kind: "order_placed",
      details: { order_id: orderId, door: trigger.door },
    },
  })
  if (!on.situation.cart && as === "authorized") {
    await bpc.queries.shippedOrders.recheckOrder(orderId)
  }
  if (differs) {
    await bpc.ledger.report(row.id, {
      ...differs,
      nextCheckInSeconds: nextCheckOfSale({ ...row, state: as }, new Date()),
    })
  }
  return "done"
}

/** A completion that is under way elsewhere may still fail and take its order back: what it leaves is seen once it is through. */
async function orderStands({
  container,
  bpc,
  row,
  situation: { cart },
}: Applying): Promise<boolean> {
  if (!cart) {
    return true
  }
  const now = await underCartLock(container, cart.id, () =>
    bpc.situation(row.id)
  )
  return Boolean(now?.situation.payment && now.situation.orderId)
}

/** Soon, where Medusa's books are not yet what the gateway's are; some day else. */
function nextLook(
  { row, situation, verdict }: Applying,
  as: "paid" | "authorized"
): number | null {
  const booked = situation.payment?.captured.minor
  const isBehind =
    booked !== undefined && booked < totals(verdict).captured.minor
  return isBehind && situation.unbooked.length === 0
    ? 0
    : nextCheckOfBooks({ ...row, state: as }, situation, new Date())
}

/** An order that existed before its payment: Medusa's books are made complete, and links that asked for the money are done. */
async function finishOrderPayment(
  { container, bpc, row, situation }: Applying,
  orderId: string
): Promise<void> {
  const paymentId = situation.payment?.id
  if (paymentId && (await bpc.queries.hasUnbookedCapture(paymentId))) {
    await capturePaymentWorkflow(container).run({
      input: { payment_id: paymentId },
    })
  }
  const books = await bpc.queries.orderBooks(orderId)
  if (books?.outstanding?.minor === 0) {
    await bpc.paymentLinks.markPaid(orderId, row.id)
  }
}
