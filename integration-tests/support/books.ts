import { type Shopper, eventually } from "./shopper"
import { type Surroundings } from "./surroundings"

/** A store's database and gateway; whether one Medusa serves it or many makes no difference to the books. */
type Store = Pick<Surroundings, "sql" | "sandbox">

export type LedgerView = {
  id: string
  state: string
  reason: string | null
  order_id: string | null
  gateway_session_id: string
  captured: string
  refunded: string
  claims_collection: boolean
}

/** The orders that a shopper's cart became, with what Medusa's books say was paid on them. */
export function ordersOf(
  store: Store,
  shopper: Shopper
): Promise<{ order_id: string; paid: number; refunded: number }[]> {
  return store.sql(
    `select oc.order_id,
       (select coalesce(sum(t.amount), 0)::float from order_transaction t where t.order_id = oc.order_id and t.reference = 'capture' and t.deleted_at is null) as paid,
       (select coalesce(-sum(t.amount), 0)::float from order_transaction t where t.order_id = oc.order_id and t.reference = 'refund' and t.deleted_at is null) as refunded
     from order_cart oc where oc.cart_id = $1 and oc.deleted_at is null`,
    [shopper.cart?.id]
  )
}

export async function ledgerOf(
  store: Store,
  shopper: Shopper,
  gatewaySessionId = shopper.gatewaySessionId
): Promise<LedgerView> {
  const [row] = await store.sql<LedgerView>(
    `select * from bpc_session where gateway_session_id = $1`,
    [gatewaySessionId]
  )
  if (!row) {
    throw new Error(`No ledger row for ${gatewaySessionId}`)
  }
  return row
}

/** The shopper's page as the gateway's own books have it. */
export function pageOf(store: Store, shopper: Shopper) {
  return store.sandbox.control.getSession(shopper.gatewaySessionId)
}

/** Waits until the ledger has the order that the shopper's money paid for. */
export function settled(
  store: Store,
  shopper: Shopper,
  limitMs = 60_000
): Promise<LedgerView> {
  return eventually(
    () => ledgerOf(store, shopper),
    (row) =>
      row.order_id !== null && ["paid", "authorized"].includes(row.state),
    limitMs
  )
}

/** Waits until the session of a gateway id has come to one of these states. */
export function inState(
  store: Store,
  shopper: Shopper,
  states: string[],
  gatewaySessionId = shopper.gatewaySessionId
): Promise<LedgerView> {
  return eventually(
    () => ledgerOf(store, shopper, gatewaySessionId),
    (row) => states.includes(row.state),
    30_000
  )
}

type MoneyView = {
  state: string
  order_id: string | null
  orders: number
  captured: number
  refunded: number
}

/**
 * The one promise, read from both sides' books once nothing is under way any more: every amount taken at the sandbox is
 * exactly one order with the same totals in Medusa, or fully given back, or held for a person; and no cart has two orders.
 */
export async function expectPromiseKept(store: Store): Promise<void> {
  await store.sandbox.control.idle()
  await eventually(
    () =>
      store.sql<{ open: string }>(
        `select (select count(*) from bpc_event where state = 'received')
           + (select count(*) from bpc_session where state in ('paid', 'authorized') and order_id is null) as open`
      ),
    ([row]) => row?.open === "0",
    30_000
  )
  const doubled = await store.sql(
    `select cart_id from order_cart where deleted_at is null group by cart_id having count(*) > 1`
  )
  expect(doubled).toEqual([])

  for (const page of store.sandbox.control.listSessions()) {
    if (page.captured === 0) {
      continue
    }
    const [money] = await store.sql<MoneyView>(
      `select s.state, s.order_id, count(distinct opc.order_id)::int as orders,
         coalesce((select sum(amount) from capture where payment_id = any(array_agg(p.id)) and deleted_at is null), 0)::float as captured,
         coalesce((select sum(amount) from refund where payment_id = any(array_agg(p.id)) and deleted_at is null), 0)::float as refunded
       from bpc_session s
       left join payment p on p.data ->> 'id' = s.gateway_session_id and p.deleted_at is null
       left join order_payment_collection opc on opc.payment_collection_id = p.payment_collection_id and opc.deleted_at is null
       where s.gateway_session_id = $1 group by s.id`,
      [page.id]
    )
    const minor = (amount: number) =>
      Math.round(
        amount *
          10 ** (page.currency === "JPY" ? 0 : page.currency === "KWD" ? 3 : 2)
      )
    const ends = {
      order: money?.orders === 1,
      refund:
        money?.orders === 0 &&
        page.refunded === page.captured &&
        page.capturable === 0,
      held: money?.state === "held",
    }
    expect({
      page: page.id,
      ends,
      count: Object.values(ends).filter(Boolean).length,
    }).toMatchObject({
      count: 1,
    })
    if (ends.order && money) {
      expect({
        page: page.id,
        state: money.state,
        captured: minor(money.captured),
        refunded: minor(money.refunded),
      }).toEqual({
        page: page.id,
        state: money.state,
        captured: page.captured,
        refunded: page.refunded,
      })
    }
  }
}
