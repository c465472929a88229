import {
  type CurrencyCode,
  type Money,
  formatMoney,
  moneyOf,
  parseCurrency,
} from "../../../gateway"
import {
  findShippedOrderOf,
  findUnnotedShipments,
  orderMark,
  readOrdersOfPayment,
} from "../core-tables"
import { type Database, sql } from "../database"
import {
  type LedgerRecord,
  toLedgerRow,
  TIMELINE_FOR_CHANGED,
  timelineBindings,
} from "../ledger"

/** `uncaptured`: it left, and the capture does not go through. `unpaid`: it left, and nothing is held or paid for it. */
export type ShipmentProblem = "uncaptured" | "unpaid"

/** An order that left, about which a person must be told. */
export type UnnotifiedShipment = {
  orderId: string
  problem: ShipmentProblem
  /** Null where it could not even be found out. */
  amount: Money | null
  /** Why the last attempt failed. */
  message: string | null
}

/** What one attempt at an order came to. `notifyInSeconds`: until a person is told, unless it is solved by then. */
export type ShipmentOutcome =
  | {
      problem: null
      parcels: number
      /** What is owed is excused for now, by goods that are on their way back: they may never come. */
      isExcused: boolean
    }
  | {
      problem: ShipmentProblem
      parcels: number
      amount: Money
      message: string | null
      notifyInSeconds: number
    }

/** A passing fault is given this long before a person is told; the promise is an hour. */
export const NOTIFY_AFTER_SECONDS = 30 * 60
const LIMIT = 100
/** Goods that are on their way back arrive within days, or are given up. */
const LOOK_AT_EXCUSED_SECONDS = 6 * 3600

/** How often there was news of an order, how often it was tried, and a text that is another one once anything of it changed. */
export type ShipmentNews = {
  news: number
  attempts: number
  mark: string | null
}

/**
 * The orders that left and whose money is to be captured. A row is presumed to fail until it is concluded, so that whatever stops
 * the work on it, a person is told in time.
 */
export class ShippedOrders {
  constructor(private readonly database: Database) {}

  /**
   * News of a fulfilment. Written before anything is tried; the job tries if the caller does not come to it.
   *
   * @returns the order, if it is one that we were to be paid for
   */
  async note(fulfillmentId: string): Promise<string | undefined> {
    const orderId = await findShippedOrderOf(this.database, fulfillmentId)
    if (orderId !== undefined) {
      await this.takeUp([orderId], { inSeconds: 15 })
    }
    return orderId
  }

  /** Finds orders that left without the news of it having come here: a server that stopped, an event that was lost. */
  async sweep(): Promise<number> {
    const orders = await findUnnotedShipments(this.database, LIMIT)
    await this.takeUp(orders, { inSeconds: 0 })
    return orders.length
  }

  /** Something happened to a payment: an order with a problem may be without it now. */
  async recheck(paymentId: string): Promise<void> {
    await sql(
      this.database,
      `update bpc_shipped_order set next_attempt_at = now() where problem is not null and order_id = any(:orders)`,
      { orders: await readOrdersOfPayment(this.database, paymentId) }
    )
  }

  /** Takes up to `limit` orders that are due, each for one process only. */
  async takeDue(limit: number): Promise<string[]> {
    const rows = await sql<{ order_id: string }>(
      this.database,
      `update bpc_shipped_order set next_attempt_at = now() + interval '90 seconds', attempts = attempts + 1,
         problem = coalesce(problem, 'uncaptured'), due_since = coalesce(due_since, now()),
         notify_at = coalesce(notify_at, now() + make_interval(secs => :notify))
       where order_id in (
         select order_id from bpc_shipped_order where next_attempt_at <= now()
         order by next_attempt_at limit :limit for update skip locked)
       returning order_id`,
      { limit, notify: NOTIFY_AFTER_SECONDS }
    )
    return rows.map((row) => row.order_id)
  }

  /** A hold came for an order that may have left already. */
  async recheckOrder(orderId: string): Promise<void> {
    await sql(
      this.database,
      `update bpc_shipped_order set news = news + 1, next_attempt_at = now() where order_id = :order`,
      { order: orderId }
    )
  }

  /** What was known of an order before it was read; what is concluded from older news is looked at once more. */
  async newsOf(orderId: string): Promise<ShipmentNews> {
    const [row] = await sql<ShipmentNews>(
      this.database,
      `select news, attempts, ${orderMark("order_id")} as mark from bpc_shipped_order where order_id = :order`,
      { order: orderId }
    )
    return row ?? { news: 0, attempts: 0, mark: null }
  }

  /**
   * Writes down what an attempt came to.
   *
   * @param retryInSeconds of an attempt that left a problem
   * @returns whether a person was notified of that problem already
   */
  async conclude(
    orderId: string,
    outcome: ShipmentOutcome,
    {
      news,
      mark,
      retryInSeconds,
    }: Pick<ShipmentNews, "news" | "mark"> & { retryInSeconds: number }
  ): Promise<boolean> {
    const { problem, parcels } = outcome
    const left = outcome.problem === null ? undefined : outcome
    const square = outcome.problem === null ? outcome : undefined
    const [row] = await sql<{ notified: boolean }>(
      this.database,
      `update bpc_shipped_order set parcels = :parcels, problem = :problem, amount = :amount, currency_code = :currency,
         message = :message, order_mark = :mark,
         next_attempt_at = case when news <> :news then now() else now() + make_interval(secs => :retry) end,
         attempts = ${left ? "attempts" : "0"},
         due_since = ${left ? "coalesce(due_since, now())" : "null"},
         notify_at = ${left ? "least(case when problem = :problem then notify_at end, now() + make_interval(secs => :notify))" : "null"},
         notified_at = ${left ? "case when problem = :problem then notified_at end" : "null"}
       where order_id = :order
       returning notified_at is not null as notified`,
      {
        order: orderId,
        parcels,
        problem,
        amount: left?.amount.minor ?? null,
        currency: left?.amount.currency ?? null,
        message: left?.message ?? null,
        news,
        mark,
        retry: left
          ? retryInSeconds
          : square?.isExcused
            ? LOOK_AT_EXCUSED_SECONDS
            : null,
        ...(left && { notify: left.notifyInSeconds }),
      }
    )
    return row?.notified ?? false
  }

  /** Takes the orders that a person must be told about now, each for one process only. */
  async takeUnnotified(): Promise<UnnotifiedShipment[]> {
    const rows = await sql<{
      order_id: string
      problem: ShipmentProblem
      amount: string | null
      currency_code: string | null
      message: string | null
    }>(
      this.database,
      `update bpc_shipped_order set notified_at = now()
       where order_id in (
         select order_id from bpc_shipped_order
         where problem is not null and notify_at <= now() and notified_at is null
         order by notify_at limit 20 for update skip locked)
       returning order_id, problem, amount, currency_code, message`
    )
    return rows.map((row) => ({
      orderId: row.order_id,
      problem: row.problem,
      amount: amountOf(row.amount, parseCurrency(row.currency_code ?? "")),
      message: row.message,
    }))
  }

  /**
   * The order's held payments say that it left and they are not captured; once for each. The person was notified already.
   *
   * @param due what should be captured now
   */
  async mark(
    orderId: string,
    { due, message }: { due: Money | null; message: string | null }
  ): Promise<void> {
    const rows = await sql<LedgerRecord>(
      this.database,
      `select * from bpc_session where order_id = :order and state = 'authorized' and claims_collection and reason is null`,
      { order: orderId }
    )
    for (const row of rows.map(toLedgerRow)) {
      const { captured, amount } = row
      await sql(
        this.database,
        `with changed as (
           update bpc_session set reason = 'shipped_uncaptured', resolved_at = null, resolved_by = null, notified_at = now(),
             updated_at = now()
           where id = :id and state = 'authorized' and reason is null
           returning *
         )${TIMELINE_FOR_CHANGED}
         select id from changed`,
        {
          id: row.id,
          ...timelineBindings({
            kind: "shipped_uncaptured",
            details: {
              reason: "shipped_uncaptured",
              expected: formatMoney({
                ...amount,
                minor: Math.min(
                  captured.minor + (due?.minor ?? amount.minor),
                  amount.minor
                ),
              }),
              found: formatMoney(captured),
              ...(message && { message }),
            },
          }),
        }
      )
    }
  }

  private async takeUp(
    orders: string[],
    { inSeconds }: { inSeconds: number }
  ): Promise<void> {
    await sql(
      this.database,
      `insert into bpc_shipped_order (order_id, next_attempt_at)
       select id, now() + make_interval(secs => :delay) from unnest(cast(:orders as text[])) as left_now(id)
       on conflict (order_id) do update set news = bpc_shipped_order.news + 1, next_attempt_at = excluded.next_attempt_at`,
      { orders, delay: inSeconds }
    )
  }

  /** Payments of the order that say so do it no longer. */
  async unmark(orderId: string): Promise<void> {
    await sql(
      this.database,
      `update bpc_session set reason = null, resolved_at = null, resolved_by = null, updated_at = now()
       where order_id = :order and reason = 'shipped_uncaptured'`,
      { order: orderId }
    )
  }
}

function amountOf(
  minor: string | null,
  currency: CurrencyCode | undefined
): Money | null {
  return minor !== null && currency ? moneyOf(Number(minor), currency) : null
}
