import { ways } from "./history"
import { type World } from "./world"

/** Everything that helps to understand a scenario that went wrong: what was done and seen, and all books as they are. */
export async function tell(world: World, wrong: string[]): Promise<string> {
  const { store, gateway } = world
  const rows = await store.sql(
    `select id, gateway_session_id as page, cart_id, state, reason, order_id, amount, captured, refunded, claims_collection as claims,
       retired_at is not null as retired, attempts, next_check_at - now() as next
     from bpc_session order by created_at`
  )
  const operations = await store.sql(
    `select session_id, kind, amount, total_before, state, origin, reference, message from bpc_operation order by created_at`
  )
  const timeline = await store.sql<{
    session_id: string
    kind: string
    details: unknown
  }>(`select session_id, kind, details from bpc_timeline order by at`)
  const lines = (list: unknown[]) =>
    list.map(
      (one) => `  ${typeof one === "string" ? one : JSON.stringify(one)}`
    )
  return [
    "WRONG",
    ...lines(wrong),
    "STORY",
    ...lines(world.story),
    "LEDGER",
    ...lines(rows),
    "WAYS",
    ...lines(await ways(store)),
    "OPERATIONS",
    ...lines(operations),
    "GATEWAY",
    ...lines(
      gateway
        .listSessions()
        .map(
          ({
            id,
            status,
            amount,
            currency,
            captured,
            capturable,
            refunded,
          }) => ({
            id,
            status,
            amount,
            currency,
            captured,
            capturable,
            refunded,
          })
        )
    ),
    ...(world.life
      ? ["ORDER", ...lines(await ofOrder(world, world.life.orderId))]
      : []),
    "TIMELINE",
    ...lines(
      timeline.map(
        ({ session_id, kind, details }) =>
          `${session_id} ${kind} ${JSON.stringify(details)}`
      )
    ),
  ].join("\n")
}

/** An order's items, collections, transactions, credit lines and changes. */
function ofOrder({ store }: World, orderId: string): Promise<unknown[]> {
  return store
    .sql(
      `select m.variant_sku as sku, oi.quantity, coalesce(oi.unit_price, m.unit_price) as price, oi.fulfilled_quantity as packed, oi.shipped_quantity as left,
       oi.return_requested_quantity as expected, oi.return_received_quantity as back from "order" o
     join order_item oi on oi.order_id = o.id and oi.version = o.version and oi.deleted_at is null join order_line_item m on m.id = oi.item_id
     where o.id = $1`,
      [orderId]
    )
    .then(async (items) => [
      ...items,
      ...(await store.sql(
        `select pc.id as collection, pc.amount, pc.status from payment_collection pc join order_payment_collection opc on opc.payment_collection_id = pc.id
       where opc.order_id = $1 and opc.deleted_at is null order by pc.created_at`,
        [orderId]
      )),
      ...(await store.sql(
        `select amount, reference, reference_id, version from order_transaction where order_id = $1 and deleted_at is null order by created_at`,
        [orderId]
      )),
      ...(await store.sql(
        `select amount as credit, reference, version from order_credit_line where order_id = $1 and deleted_at is null order by created_at`,
        [orderId]
      )),
      ...(await store.sql(
        `select change_type, status, version from order_change where order_id = $1 and deleted_at is null order by created_at`,
        [orderId]
      )),
      ...(await store.sql(
        `select version, created_at, totals from order_summary where order_id = $1 and deleted_at is null order by version desc, created_at desc`,
        [orderId]
      )),
    ])
}
