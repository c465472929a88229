import { type Database, sql } from "../database"
import { parcelsOf } from "./shipments"

/** Amounts are decimals in major units, as Medusa has them. */
export type ShippedOrderRecord = {
  id: string
  number: number
  currencyCode: string
  canceled: boolean
  /** Medusa's pending difference less captures that its order does not count yet. May be negative. */
  owed: string
  /** All captures of all payments, whatever was refunded since. */
  captured: string
  /** How many fulfilments have left: shipped, or handed over without a shipment; cancelled ones do not count. */
  parcels: number
  /**
   * A claim's replacement stands on the order with its price until what it replaces is back, and Medusa asks nothing for it.
   */
  hasClaim: boolean
  /** Oldest first. */
  payments: readonly {
    id: string
    amount: string
    captured: string
    /** Ours: the ledger's row, and what it says of the hold; null: somebody else's payment. */
    sessionId: string | null
    state: string | null
  }[]
}

/** Reads what can be captured of an order, and what it owes, in one statement; undefined if there is no such order. */
export async function readShippedOrder(
  database: Database,
  orderId: string
): Promise<ShippedOrderRecord | undefined> {
  const [record] = await sql<ShippedOrderRecord>(
    database,
    `select o.id, o.display_id as number, o.currency_code as "currencyCode", o.status = 'canceled' as canceled,
       (coalesce((select cast(coalesce(os.totals -> 'raw_pending_difference' ->> 'value', os.totals ->> 'pending_difference') as numeric)
          from order_summary os where os.order_id = o.id and os.version = o.version and os.deleted_at is null
          order by os.created_at desc limit 1), 0) - money.unbooked)::text as owed,
       money.captured::text as captured, money.payments,
       (select gone.parcels from (${parcelsOf("o.id")}) gone) as parcels,
       exists (select 1 from order_claim oc where oc.order_id = o.id and oc.deleted_at is null and oc.canceled_at is null) as "hasClaim"
     from "order" o
     cross join lateral (
       select coalesce(sum(taken.amount), 0) as captured, coalesce(sum(taken.unbooked), 0) as unbooked,
         coalesce(json_agg(json_build_object('id', p.id, 'amount', p.amount::text, 'captured', taken.amount::text,
             'sessionId', b.id, 'state', b.state) order by p.created_at, p.id)
           filter (where p.canceled_at is null and p.captured_at is null), '[]') as payments
       from order_payment_collection opc
       join payment p on p.payment_collection_id = opc.payment_collection_id and p.deleted_at is null
       left join bpc_session b on b.gateway_session_id = p.data ->> 'id'
         and b.provider_id = p.provider_id and b.payment_collection_id = p.payment_collection_id
       cross join lateral (
         select coalesce(sum(c.amount), 0) as amount, coalesce(sum(c.amount) filter (where not exists (
             select 1 from order_transaction t where t.reference_id = c.id and t.deleted_at is null)), 0) as unbooked
         from capture c where c.payment_id = p.id and c.deleted_at is null
       ) taken
       where opc.order_id = o.id and opc.deleted_at is null
     ) money
     where o.id = :order and o.deleted_at is null`,
    { order: orderId }
  )
  return record
}
