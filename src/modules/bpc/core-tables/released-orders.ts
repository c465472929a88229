import { type CurrencyCode, type Money, parseCurrency } from "../../../gateway"
import { amountDue, type OrderFacts } from "../amount-due"
import { type Database, sql } from "../database"
import { ORDER_FACTS } from "./order-facts"
import { pendingOf } from "./order-summary"
import { WATCH_DAYS } from "./shipments"

/**
 * Orders whose hold of ours was released and that nobody is looking after: no link of ours asks for the money, and nobody was told that they
 * left unpaid.
 */
const RELEASED = `select distinct on (s.order_id) s.id, s.order_id
  from bpc_session s where s.state = 'canceled' and s.order_id is not null and s.created_at > now() - interval '${WATCH_DAYS} days'
    and not exists (select 1 from bpc_session other where other.order_id = s.order_id and other.state in ('paid', 'authorized'))
    and not exists (select 1 from bpc_payment_link l where l.order_id = s.order_id and l.revoked_at is null and l.expires_at > now())
    and not exists (select 1 from bpc_shipped_order p where p.order_id = s.order_id and p.problem = 'unpaid')
  order by s.order_id, s.created_at desc, s.id desc`

export type ReleasedOrder = {
  /** The payment whose hold was released. */
  sessionId: string
  orderId: string
  due: Money
}

/** Those of them that stand and owe something. They are few, so each is looked up: a join would read all orders of the store. */
export async function readReleasedOrders(
  database: Database
): Promise<ReleasedOrder[]> {
  const rows = await sql<{
    id: string
    order_id: string
    currency_code: string
    facts: OrderFacts
  }>(
    database,
    `select r.id, r.order_id, o.currency_code, ${ORDER_FACTS} as facts
     from (${RELEASED}) r, lateral (
       select id, version, status, currency_code, deleted_at from "order" where id = r.order_id and status <> 'canceled' and deleted_at is null limit 1
     ) o
     where (${pendingOf("o")}) > 0`
  )
  return rows.flatMap(({ id, order_id, currency_code, facts }) => {
    const currency = parseCurrency(currency_code)
    const due = currency && dueOf(facts, currency)
    return due ? [{ sessionId: id, orderId: order_id, due }] : []
  })
}

function dueOf(facts: OrderFacts, currency: CurrencyCode): Money | undefined {
  const due = amountDue(facts, currency)
  return due.minor > 0 ? due : undefined
}
