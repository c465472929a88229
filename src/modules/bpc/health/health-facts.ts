import { type Database, sql } from "../database"
import { type Failure, FAILS_FOR_LONG } from "../watch"
import { ORDER_DIFFERS } from "../ledger"

/** Counts that the health page judges. */
export type HealthFacts = {
  last_good: Date | null
  held: number
  orders_differ: number
  /** Orders that left and could not be captured; a person was told. */
  shipped_uncaptured: number
  /** Orders that left with nothing held or paid; a person was told. */
  shipped_unpaid: number
  /** The one that left first. */
  shipped_unpaid_order: string | null
  /** What the job has not come to an end with for half an hour; the payment that has been so for longest. */
  failing: readonly FailingFact[]
  found_without_webhook: number
  sold: number
  parked: number
  /** Payments that the bank took back and about which nobody has written down what was done. */
  charged_back: number
  refunds_failing: number
  old_authorizations: number
  /** Checkouts of the last hour whose payment could not be started, with none that could after them. */
  checkouts_failing: number
}

export type FailingFact = { failure: Failure; count: number; first: string }

const FAILING = `select coalesce(json_agg(f), '[]') from (
  select failing as failure, count(*)::int as count, (array_agg(id order by failing_since))[1] as first
  from bpc_session where ${FAILS_FOR_LONG} group by failing) f`

const NOTIFIED_UNPAID = `problem = 'unpaid' and notified_at is not null`

const RECENT = `created_at > now() - interval '1 hour'`

/** One statement, each part by an index of its own. */
export async function readHealthFacts(
  database: Database,
  warningDays: number
): Promise<HealthFacts> {
  const [facts] = await sql<HealthFacts>(
    database,
    `select
       (select received_at from bpc_event order by received_at desc limit 1) as last_good,
       (select count(*)::int from bpc_session where state = 'held' and resolved_at is null) as held,
       (select count(*)::int from bpc_session where ${ORDER_DIFFERS} and reason <> 'shipped_uncaptured') as orders_differ,
       (select count(*)::int from bpc_session where ${ORDER_DIFFERS} and reason = 'shipped_uncaptured') as shipped_uncaptured,
       (select count(*)::int from bpc_shipped_order where ${NOTIFIED_UNPAID}) as shipped_unpaid,
       (select order_id from bpc_shipped_order where ${NOTIFIED_UNPAID} order by notified_at limit 1) as shipped_unpaid_order,
       (${FAILING}) as failing,
       (select count(*)::int from bpc_session where charged_back_at is not null and chargeback_noted_at is null) as charged_back,
       (select count(*)::int from bpc_session where state = 'paid' and reason is not null and order_id is null) as refunds_failing,
       (select count(*)::int from bpc_session where state = 'authorized' and order_id is not null
          and created_at < now() - make_interval(days => :days)) as old_authorizations,
       (select count(*)::int from bpc_session failed where ${RECENT} and state = 'failed' and reason in ('gateway_refused', 'gateway_silent')
          and created_at > coalesce((select max(created_at) from bpc_session where ${RECENT} and gateway_session_id is not null), '-infinity')) as checkouts_failing,
       (select count(*)::int from bpc_event where state = 'parked') as parked,
       (select count(*)::int from bpc_timeline where kind = 'order_placed' and at > now() - interval '7 days') as sold,
       (select count(*)::int from bpc_timeline where kind = 'order_placed' and at > now() - interval '7 days'
          and details ->> 'door' = 'job') as found_without_webhook`,
    { days: warningDays }
  )
  return (
    facts ?? {
      last_good: null,
      held: 0,
      orders_differ: 0,
      shipped_uncaptured: 0,
      shipped_unpaid: 0,
      shipped_unpaid_order: null,
      failing: [],
      found_without_webhook: 0,
      sold: 0,
      parked: 0,
      charged_back: 0,
      refunds_failing: 0,
      old_authorizations: 0,
      checkouts_failing: 0,
    }
  )
}
