import BigNumber from "bignumber.js"
import { ledgerOf, settled } from "./books"
import { type Clerk } from "./clerk"
import { ok } from "./owing-orders"
import { Shopper } from "./shopper"
import { type Surroundings } from "./surroundings"

type Store = Pick<Surroundings, "url" | "publishableKey" | "sql" | "sandbox">

export const codeOf = (percent: number) => `OFF-${percent}`

/** A promotion that takes a percentage off every item: totals get more digits than the currency has. */
export async function discount(clerk: Clerk, percent: number): Promise<void> {
  await ok(
    clerk.call("POST", "/admin/promotions", {
      code: codeOf(percent),
      type: "standard",
      status: "active",
      application_method: {
        type: "percentage",
        target_type: "items",
        allocation: "each",
        max_quantity: 100,
        value: percent,
      },
    })
  )
}

/** A paid (or authorised) order, with `percent` off its items. */
export async function fractionalOrder(
  store: Store,
  clerk: Clerk,
  wanted: { market: Shopper["market"]; sku: string; percent?: number }
): Promise<{
  shopper: Shopper
  id: string
  orderId: string
  paymentId: string
}> {
  const shopper = new Shopper(store, wanted.market)
  const { id: cartId } = await shopper.fillCart(wanted.sku)
  if (wanted.percent !== undefined) {
    const { cart } = await shopper.ok<{
      cart: NonNullable<Shopper["cart"]>
    }>("POST", `/store/carts/${cartId}/promotions`, {
      promo_codes: [codeOf(wanted.percent)],
    })
    shopper.cart = cart
  }
  await shopper.choosePayment()
  await store.sandbox.control.pay(shopper.gatewaySessionId)
  const { order_id } = await settled(store, shopper)
  const { id } = await ledgerOf(store, shopper)
  const payment = await clerk.payment(order_id ?? "")
  return { shopper, id, orderId: order_id ?? "", paymentId: payment.id }
}

/** A difference with all its digits. */
export const less = (amount: string, by: number) =>
  new BigNumber(amount).minus(by).toFixed()

/** An order's payment, captures and refunds with all the digits that Medusa has of them, oldest first. */
export async function medusaBooks(
  store: Store,
  orderId: string
): Promise<{ amount: string; captures: string[]; refunds: string[] }> {
  const rows = (table: "capture" | "refund") =>
    store
      .sql<{ amount: string }>(
        `select m.raw_amount ->> 'value' as amount from "${table}" m
         join payment p on p.id = m.payment_id and p.deleted_at is null
         join order_payment_collection opc on opc.payment_collection_id = p.payment_collection_id and opc.deleted_at is null
         where opc.order_id = $1 and m.deleted_at is null order by m.created_at`,
        [orderId]
      )
      .then((found) => found.map(({ amount }) => amount))
  const [payment] = await store.sql<{ amount: string }>(
    `select p.raw_amount ->> 'value' as amount from payment p
     join order_payment_collection opc on opc.payment_collection_id = p.payment_collection_id and opc.deleted_at is null
     where opc.order_id = $1 and p.deleted_at is null`,
    [orderId]
  )
  return {
    amount: payment?.amount ?? "",
    captures: await rows("capture"),
    refunds: await rows("refund"),
  }
}
