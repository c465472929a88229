import { DECIMAL_NOISE } from "../amount-due"

/*
 * Medusa keeps a row of `order_summary` for each version of an order. What was asked for is in it only as a difference to what was
 * booked since (order module, `createOrders_` and `addOrderTransactions_`).
 */

const total = (row: string, name: string) =>
  `cast(coalesce(${row}.totals -> 'raw_${name}' ->> 'value', ${row}.totals ->> '${name}') as numeric)`

/** SQL of what an order asked for when it was placed, less the credit lines that it had then. @param orderId SQL of its id */
export const askedWhenPlaced = (orderId: string): string =>
  `select ${total("first", "pending_difference")} + coalesce(${total("first", "transaction_total")}, 0)
   from order_summary first where first.order_id = ${orderId} and first.version = 1 and first.deleted_at is null
   order by first.created_at limit 1`

/** SQL of what an order owes by Medusa's own count, below zero where it owes the shopper. @param order SQL alias of its row */
export const pendingOf = (order: string): string =>
  `select ${total("latest", "pending_difference")}
   from order_summary latest where latest.order_id = ${order}.id and latest.version = ${order}.version and latest.deleted_at is null
   order by latest.created_at desc limit 1`

/**
 * SQL, as JSON, of what an order's transactions come to where its summary says something else: Medusa reads, adds and writes it without a lock,
 * and takes a deleted transaction off the summary of the version that it was written in. Null where the two agree.
 * @param order SQL alias of its row
 */
export const misstatedSummaryOf = (order: string): string =>
  `select json_build_object('id', latest.id, 'paid', t.paid::text, 'refunded', t.refunded::text)
   from order_summary latest, lateral (
     select coalesce(sum(amount) filter (where amount > 0), 0) as paid, coalesce(-sum(amount) filter (where amount < 0), 0) as refunded
     from order_transaction where order_id = ${order}.id and deleted_at is null
   ) t
   where latest.order_id = ${order}.id and latest.version = ${order}.version and latest.deleted_at is null
     and greatest(abs(${total("latest", "paid_total")} - t.paid), abs(${total("latest", "refunded_total")} - t.refunded)) > ${DECIMAL_NOISE}
   order by latest.created_at desc limit 1`

/** Totals in major units, as the order's transactions have them. */
export type MisstatedSummary = { id: string; paid: string; refunded: string }
