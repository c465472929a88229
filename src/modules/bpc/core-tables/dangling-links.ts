import { type Database, sql } from "../database"

/** SQL: a link may lead to an order that a completion rolled back without its links. */
export const orderExists = (orderId: string) =>
  `exists (select 1 from "order" there where there.id = ${orderId} and there.deleted_at is null)`

/** Links of a cart and its payment collection to orders that were rolled back: one of several links failed, and Medusa keeps the others. */
export async function readDanglingLinks(
  database: Database,
  {
    cartId,
    paymentCollectionId,
  }: { cartId: string; paymentCollectionId: string }
): Promise<{ of: "cart" | "payment_collection"; orderId: string }[]> {
  const rows = await sql<{
    kind: "cart" | "payment_collection"
    order_id: string
  }>(
    database,
    `select 'cart' as kind, order_id from order_cart
       where cart_id = :cart and deleted_at is null and not ${orderExists("order_id")}
     union all select 'payment_collection', order_id from order_payment_collection
       where payment_collection_id = :collection and deleted_at is null and not ${orderExists("order_id")}`,
    { cart: cartId, collection: paymentCollectionId }
  )
  return rows.map(({ kind, order_id }) => ({ of: kind, orderId: order_id }))
}
