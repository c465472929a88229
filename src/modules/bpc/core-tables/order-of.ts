import { type Database, sql } from "../database"

/** The order behind something of Medusa's; `:id` is its id. */
const ORDER_OF = {
  order: `select cast(:id as text)`,
  payment: `select opc.order_id from payment p
    join order_payment_collection opc on opc.payment_collection_id = p.payment_collection_id and opc.deleted_at is null
    where p.id = :id`,
  payment_collection: `select opc.order_id from order_payment_collection opc
    where opc.payment_collection_id = :id and opc.deleted_at is null`,
  return: `select order_id from "return" where id = :id`,
  exchange: `select order_id from order_exchange where id = :id`,
  claim: `select order_id from order_claim where id = :id`,
} as const

export type OrderSubject = keyof typeof ORDER_OF

/** The id of the order behind something of Medusa's, if money of ours was ever taken or asked for on that order. */
export async function findOurOrderOf(
  database: Database,
  subject: OrderSubject,
  id: string
): Promise<string | undefined> {
  const [found] = await sql<{ order_id: string }>(
    database,
    `select found.order_id from (${ORDER_OF[subject]} limit 1) as found(order_id)
     where exists (select 1 from bpc_session s where s.order_id = found.order_id)
       or exists (select 1 from bpc_session s where s.for_order_id = found.order_id)`,
    { id }
  )
  return found?.order_id
}

/** Orders that a payment belongs to; more than one would be Medusa's fault. */
export async function readOrdersOfPayment(
  database: Database,
  paymentId: string
): Promise<string[]> {
  const rows = await sql<{ order_id: string }>(database, ORDER_OF.payment, {
    id: paymentId,
  })
  return rows.map((row) => row.order_id)
}

/** The order that a cart became, whoever's money paid for it. */
export async function readOrderOfCart(
  database: Database,
  cartId: string
): Promise<{ id: string; number: number } | undefined> {
  const [found] = await sql<{ id: string; number: number }>(
    database,
    `select o.id, o.display_id as number from order_cart oc join "order" o on o.id = oc.order_id
     where oc.cart_id = :cart and oc.deleted_at is null limit 1`,
    { cart: cartId }
  )
  return found
}

export async function readIsOrderCanceled(
  database: Database,
  orderId: string
): Promise<boolean> {
  const [found] = await sql<{ canceled: boolean }>(
    database,
    `select status = 'canceled' as canceled from "order" where id = :order`,
    { order: orderId }
  )
  return found?.canceled ?? false
}
