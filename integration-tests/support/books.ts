import { type Shopper, eventually } from "./shopper"
import { type Store } from "./store"

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
export function settled(store: Store, shopper: Shopper): Promise<LedgerView> {
  return eventually(
    () => ledgerOf(store, shopper),
    (row) => row.order_id !== null && ["paid", "authorized"].includes(row.state)
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
