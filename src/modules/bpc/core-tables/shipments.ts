import { type Database, sql } from "../database"
import { orderMark } from "./order-mark"

/** Long after the end of any hold. */
export const WATCH_DAYS = 90

/** A fulfilment that still counts when it has left: shipped, or handed over without a shipment. */
const LEFT = `coalesce(f.shipped_at, f.delivered_at)`

/** SQL of how many parcels of an order have left, and when the last one did. @param orderId SQL of its id */
export const parcelsOf = (orderId: string): string =>
  `select count(*)::int as parcels, max(${LEFT}) as last_left
   from order_fulfillment l join fulfillment f on f.id = l.fulfillment_id
   where l.order_id = ${orderId} and l.deleted_at is null and f.deleted_at is null and f.canceled_at is null and ${LEFT} is not null`

/** What left before the shop chose to capture so was somebody else's business. */
const SINCE = `(select updated_at from bpc_setting where key = 'captureOnShipment')`

/** The order of a fulfilment, if it has left since the shop captures on shipment, and if it is one that we were to be paid for. */
export async function findShippedOrderOf(
  database: Database,
  fulfillmentId: string
): Promise<string | undefined> {
  const [row] = await sql<{ order_id: string }>(
    database,
    `select l.order_id from order_fulfillment l
     cross join lateral (${parcelsOf("l.order_id")}) p
     where l.fulfillment_id = :id and l.deleted_at is null and p.last_left >= ${SINCE}
       and (exists (select 1 from bpc_session where order_id = l.order_id)
         or exists (select 1 from bpc_session where for_order_id = l.order_id)
         or exists (select 1 from bpc_payment_link where order_id = l.order_id and revoked_at is null))
     limit 1`,
    { id: fulfillmentId }
  )
  return row?.order_id
}

/**
 * Orders with money of ours to capture that nobody is at: of which more parcels have left than was ever concluded from, or with a hold and
 * changed since. Not all that changes an order has an event, and a hold may come after the goods have left.
 */
export async function findUnnotedShipments(
  database: Database,
  limit: number
): Promise<string[]> {
  const rows = await sql<{ order_id: string }>(
    database,
    `select distinct s.order_id from bpc_session s
     cross join lateral (${parcelsOf("s.order_id")}) p
     left join bpc_shipped_order known on known.order_id = s.order_id
     where s.order_id is not null and (s.state in ('authorized', 'canceled') or (s.state = 'paid' and s.captured < s.amount))
       and s.created_at > now() - interval '${WATCH_DAYS} days'
       and p.last_left >= ${SINCE} and (
         (p.parcels > coalesce(known.parcels, 0) and known.next_attempt_at is null)
         or (s.state = 'authorized' and known.problem is null and known.order_mark is distinct from ${orderMark("s.order_id")}
           and (known.next_attempt_at is null or known.next_attempt_at > now() + interval '5 minutes')))
     limit :limit`,
    { limit }
  )
  return rows.map((row) => row.order_id)
}
