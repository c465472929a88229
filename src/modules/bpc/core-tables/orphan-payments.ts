import { type Database, sql } from "../database"
import { orderExists } from "./dangling-links"

/**
 * Payments of a cart without an order of which Medusa has a payment, cancelled or not: what a completion that failed left behind.
 *
 * @returns our row's id and that of Medusa's payment
 */
export async function readOrphanPayments(
  database: Database,
  cartId: string
): Promise<{ id: string; paymentId: string }[]> {
  const rows = await sql<{ id: string; payment: string }>(
    database,
    `select s.id, p.id as payment from bpc_session s
     join payment p on p.payment_collection_id = s.payment_collection_id and p.provider_id = s.provider_id
       and p.data ->> 'id' = s.gateway_session_id and p.deleted_at is null
     where s.cart_id = :cart and s.order_id is null
       and not exists (select 1 from order_cart oc where oc.cart_id = s.cart_id and oc.deleted_at is null and ${orderExists("oc.order_id")})
       and not exists (select 1 from cart c where c.id = s.cart_id and c.completed_at is not null)`,
    { cart: cartId }
  )
  return rows.map(({ id, payment }) => ({ id, paymentId: payment }))
}
