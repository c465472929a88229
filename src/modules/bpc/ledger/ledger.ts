import {
  type SessionReason,
  type SessionState,
} from "../../../api-schemas/vocabulary"
import { type Money } from "../../../gateway"
import { isUniqueViolation, sql } from "../database"
import { type LedgerRecord, type LedgerRow, toLedgerRow } from "./ledger-row"
import { PageLedger } from "./page-ledger"
import {
  type TimelineEntry,
  TIMELINE_FOR_CHANGED,
  timelineBindings,
} from "./timeline"

/**
 * Held, an order's payment whose books and the gateway's differ, or one that the bank took back; the index `bpc_session_unnotified`
 * repeats it.
 */
export const NEEDS_PERSON = `(state = 'held' or charged_back_at is not null
  or (reason is not null and claims_collection and order_id is not null and state in ('paid', 'authorized')))`

/**
 * The ledger of gateway sessions. Each method is one statement; each state change names the states it may start from, so
 * that states only move forward whatever the order in which doors are opened ("paid never goes back").
 */
export class SessionLedger extends PageLedger {
  /**
   * Records money that the gateway confirmed and that passed every comparison, and claims the payment collection for it.
   *
   * @returns undefined if another gateway session has claimed the collection: this money is a duplicate.
   */
  async claim(
    id: string,
    money: {
      kind: "paid" | "authorized"
      captured: Money
      refunded: Money
      paymentId?: string
      paymentSessionId?: string
    }
  ): Promise<LedgerRow | undefined> {
    try {
      return await this.one(
        `with changed as (
           update bpc_session set
             state = case when state in ('refunded', 'held') then state else :state end,
             captured = :captured, refunded = :refunded, claims_collection = true, reason = null, closing = false,
             decline_class = null, gateway_payment_id = coalesce(:payment, gateway_payment_id),
             payment_session_id = coalesce(:payment_session, payment_session_id),
             next_check_at = now() + interval '60 seconds', updated_at = now()
           where id = :id and (reason is null or claims_collection or state in ('expired', 'failed', 'canceled'))
           returning *
         )${TIMELINE_FOR_CHANGED}
         select * from changed`,
        {
          id,
          state: money.kind,
          captured: money.captured.minor,
          refunded: money.refunded.minor,
          payment: money.paymentId ?? null,
          payment_session: money.paymentSessionId ?? null,
          ...timelineBindings({
            kind: "verified",
            details: { as: money.kind, captured: money.captured.minor },
          }),
        }
      )
    } catch (error) {
      if (isUniqueViolation(error, "bpc_session_claim")) {
        return undefined
      }
      throw error
    }
  }

  /** Sets a state and what goes with it; `from` lists the states that it may start from. */
  async advance(
    id: string,
    change: {
      to: SessionState
      from: readonly SessionState[]
      reason?: SessionReason | null
      orderId?: string
      captured?: Money
      refunded?: Money
      paymentId?: string
      releaseClaim?: boolean
      /** Seconds from now; null: nothing more to ask about. */
      nextCheckInSeconds: number | null
      entry: TimelineEntry
    }
  ): Promise<LedgerRow | undefined> {
    return this.one(
      `with changed as (
         update bpc_session set
           state = :to,
           reason = ${change.reason === undefined ? "reason" : ":reason"},
           order_id = coalesce(:order, order_id),
           captured = coalesce(:captured, captured), refunded = coalesce(:refunded, refunded),
           gateway_payment_id = coalesce(:payment, gateway_payment_id),
           claims_collection = claims_collection and not :release,
           attempts = case when ${change.reason === null} then 0 else attempts end,
           closing = false,
           next_check_at = now() + make_interval(secs => :next), updated_at = now()
         where id = :id and state = any(:from)
         returning *
       )${TIMELINE_FOR_CHANGED}
       select * from changed`,
      {
        id,
        to: change.to,
        from: [...change.from],
        ...(change.reason !== undefined && { reason: change.reason }),
        order: change.orderId ?? null,
        captured: change.captured?.minor ?? null,
        refunded: change.refunded?.minor ?? null,
        payment: change.paymentId ?? null,
        release: change.releaseClaim ?? false,
        next: change.nextCheckInSeconds,
        ...timelineBindings(change.entry),
      }
    )
  }

  /**
   * The books of an order and the gateway's differ in a way that only a person can clear up. Written down once for each reason;
   * the order keeps its money.
   */
  async report(
    id: string,
    problem: {
      reason: SessionReason
      expected: string
      found: string
      nextCheckInSeconds: number | null
    }
  ): Promise<LedgerRow | undefined> {
    const { reason, expected, found } = problem
    const changed = await this.one(
      `with changed as (
         update bpc_session set reason = :reason, resolved_at = null, resolved_by = null, notified_at = null,
           next_check_at = now() + make_interval(secs => :next), updated_at = now()
         where id = :id and reason is distinct from :reason
         returning *
       )${TIMELINE_FOR_CHANGED}
       select * from changed`,
      {
        id,
        reason,
        next: problem.nextCheckInSeconds,
        ...timelineBindings({
          kind: "books_differ",
          details: { reason, expected, found },
        }),
      }
    )
    if (!changed) {
      await this.checkAgain(id, { inSeconds: problem.nextCheckInSeconds })
    }
    return changed
  }

  /** Nothing to apply now: says when to ask the gateway again. */
  async checkAgain(
    id: string,
    change: {
      inSeconds: number | null
      countsAsAttempt?: boolean
      entry?: TimelineEntry
    }
  ): Promise<void> {
    await sql(
      this.database,
      `with changed as (
         update bpc_session set checks = checks + 1, attempts = attempts + :attempt, closing = false,
           next_check_at = now() + make_interval(secs => :next), updated_at = now()
         where id = :id returning id
       )${change.entry ? TIMELINE_FOR_CHANGED : ""}
       select id from changed`,
      {
        id,
        next: change.inSeconds,
        attempt: change.countsAsAttempt ? 1 : 0,
        ...(change.entry && timelineBindings(change.entry)),
      }
    )
  }

  /** Leaves a session for later without having asked about it. @param seconds from now */
  async postpone(id: string, seconds: number): Promise<void> {
    await sql(
      this.database,
      `update bpc_session set next_check_at = now() + make_interval(secs => :seconds) where id = :id`,
      { id, seconds }
    )
  }

  /** The order was cancelled: what it had, and what it counts as given back, is looked at soon. @param seconds from now */
  async checkSalesOf(orderId: string, seconds: number): Promise<void> {
    await sql(
      this.database,
      `update bpc_session set next_check_at = least(next_check_at, now() + make_interval(secs => :seconds))
       where order_id = :order and claims_collection and state in ('paid', 'authorized', 'refunded')`,
      { order: orderId, seconds }
    )
  }

  /** A change of the order ended: the credit that was left open meanwhile can be written now. */
  async checkOpenCreditOf(orderId: string): Promise<void> {
    await sql(
      this.database,
      `update bpc_session set next_check_at = now()
       where order_id = :order and exists (select 1 from bpc_operation o where o.session_id = bpc_session.id and o.credit_open)`,
      { order: orderId }
    )
  }

  /** Takes the payments that need a person and that nobody was told about yet, each for one process only. */
  async takeUnnotified(): Promise<LedgerRow[]> {
    const rows = await sql<LedgerRecord>(
      this.database,
      `update bpc_session set notified_at = now()
       where id in (select id from bpc_session where ${NEEDS_PERSON} and notified_at is null limit 20 for update skip locked)
       returning *`
    )
    return rows.map(toLedgerRow)
  }

  /** A person decided about a held payment and it stays as it is: it no longer asks for attention. */
  async markResolved(id: string, by: string): Promise<void> {
    await sql(
      this.database,
      `update bpc_session set resolved_at = now(), resolved_by = :by, updated_at = now() where id = :id`,
      { id, by }
    )
  }

  /**
   * Takes up to `limit` sessions that are due, each for one process only: their next check moves ahead in the same
   * statement, and rows that another process is taking are skipped. An order's open page is due too once its order changed:
   * not all that changes one has an event (a credit line, a cancelled return).
   */
  async takeDue(limit: number): Promise<string[]> {
    const rows = await sql<{ id: string }>(
      this.database,
      `update bpc_session s set next_check_at = now() + interval '90 seconds',
         order_mark = case when s.for_order_id is not null and s.state = 'open' then ${this.orderMarks.of("s.for_order_id")} end
       where id in (
         select id from (select id from bpc_session where next_check_at <= now()
           order by next_check_at limit :limit for update skip locked) due
         union all
         select id from (${this.orderMarks.changedPages}
           limit :limit for update skip locked) changed)
       returning id`,
      { limit }
    )
    return rows.map((row) => row.id)
  }
}
