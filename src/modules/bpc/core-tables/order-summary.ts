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
