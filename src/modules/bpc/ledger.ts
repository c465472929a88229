import { type GatewaySession, type Money } from "../../gateway"
import { type Database, newId, sql } from "./database"
import {
  type LedgerRecord,
  type LedgerRow,
  type SessionReason,
  type SessionState,
  toLedgerRow,
} from "./ledger-row"
import {
  type TimelineEntry,
  TIMELINE_FOR_CHANGED,
  timelineBindings,
} from "./timeline"

/** How long a page left behind may still be taken up again before it is closed at the gateway. */
export const RETIRE_AFTER_SECONDS = 4

export type NewSession = {
  providerId: string
  accountId: string
  mode: "test" | "live"
  paymentSessionId: string
  paymentCollectionId: string
  cartId: string | null
  orderId: string | null
  merchantReferenceId: string
  returnSecret: string
  amount: Money
  captureMethod: "automatic" | "manual"
  email: string | null
  countryCode: string | null
  locale: string | null
}

/**
 * The ledger of gateway sessions. Each method is one statement; each state change names the states it may start from, so
 * that states only move forward whatever the order in which doors are opened ("paid never goes back").
 */
export class SessionLedger {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<LedgerRow | undefined> {
    return this.one(`select * from bpc_session where id = :id`, { id })
  }

  /** By the Medusa payment session that it serves now, or the one it was registered for. */
  async findByPaymentSession(id: string): Promise<LedgerRow | undefined> {
    return this.one(
      `select * from bpc_session where payment_session_id = :id or merchant_reference_id = :id
       order by created_at desc limit 1`,
      { id }
    )
  }

  async findByGatewaySession(id: string): Promise<LedgerRow | undefined> {
    return this.one(`select * from bpc_session where gateway_session_id = :id`, {
      id,
    })
  }

  /**
   * The session behind a Medusa payment session's data, provided both belong to the same payment collection: `data` alone
   * is not proof, since a browser once wrote into it.
   */
  async findForAuthorization(input: {
    gatewaySessionId: string
    paymentSessionId: string
  }): Promise<LedgerRow | undefined> {
    return this.one(
      `select s.* from bpc_session s
       join payment_session ps on ps.payment_collection_id = s.payment_collection_id
       where s.gateway_session_id = :gateway and ps.id = :payment_session`,
      { gateway: input.gatewaySessionId, payment_session: input.paymentSessionId }
    )
  }

  /**
   * Writes the row that must exist before the gateway is called.
   *
   * @returns undefined if an open page of the same amount exists for the collection (another tab was quicker).
   */
  async create(session: NewSession): Promise<LedgerRow | undefined> {
    return this.one(
      `with changed as (
         insert into bpc_session (id, provider_id, account_id, mode, payment_session_id, payment_collection_id, cart_id, order_id,
           merchant_reference_id, return_secret, amount, currency_code, capture_method, state, email, country_code, locale, next_check_at)
         values (:id, :provider, :account, :mode, :payment_session, :collection, :cart, :order,
           :reference, :secret, :amount, :currency, :capture_method, 'creating', :email, :country, :locale, now() + interval '90 seconds')
         on conflict (payment_collection_id, amount, currency_code, account_id)
           where state in ('creating', 'open') and retired_at is null do nothing
         returning *
       )${TIMELINE_FOR_CHANGED}
       select * from changed`,
      {
        id: newId.session(),
        provider: session.providerId,
        account: session.accountId,
        mode: session.mode,
        payment_session: session.paymentSessionId,
        collection: session.paymentCollectionId,
        cart: session.cartId,
        order: session.orderId,
        reference: session.merchantReferenceId,
        secret: session.returnSecret,
        amount: session.amount.minor,
        currency: session.amount.currency,
        capture_method: session.captureMethod,
        email: session.email,
        country: session.countryCode,
        locale: session.locale,
        ...timelineBindings({
          kind: "created",
          details: {
            amount: session.amount.minor,
            currency: session.amount.currency,
          },
        }),
      }
    )
  }

  /** Records the page that the gateway opened. A row that a webhook already moved on keeps its state. */
  async opened(id: string, answer: GatewaySession): Promise<LedgerRow | undefined> {
    return this.one(
      `with changed as (
         update bpc_session set
           gateway_session_id = :gateway, payment_url = :url, md_order = :md_order, expires_at = :expires,
           state = case when state = 'creating' then 'open' else state end,
           next_check_at = case when state = 'creating' then now() + interval '60 seconds' else next_check_at end,
           updated_at = now()
         where id = :id
         returning *
       )${TIMELINE_FOR_CHANGED}
       select * from changed`,
      {
        id,
        gateway: answer.id,
        url: answer.paymentUrl ?? null,
        md_order: answer.mdOrder ?? null,
        expires: answer.expiresAt ?? null,
        ...timelineBindings({
          kind: "page_opened",
          details: { gateway_session_id: answer.id },
        }),
      }
    )
  }

  /** Hands an open (or already paid) page to a new Medusa payment session of the same collection. */
  async rebind(id: string, paymentSessionId: string): Promise<LedgerRow | undefined> {
    return this.one(
      `with changed as (
         update bpc_session set payment_session_id = :payment_session, retired_at = null, updated_at = now()
         where id = :id and not closing
           and (state = 'open' or (claims_collection and state in ('paid', 'authorized')))
         returning *
       )${TIMELINE_FOR_CHANGED}
       select * from changed`,
      {
        id,
        payment_session: paymentSessionId,
        ...timelineBindings({ kind: "page_reused" }),
      }
    )
  }

  /** The Medusa payment session was deleted: the page is left behind and will be closed unless it is taken up again. */
  async retire(input: {
    paymentSessionId: string
    gatewaySessionId: string
  }): Promise<void> {
    await this.one(
      `with changed as (
         update bpc_session set retired_at = now(), updated_at = now(),
           next_check_at = least(next_check_at, now() + make_interval(secs => :delay))
         where payment_session_id = :payment_session and gateway_session_id = :gateway
           and retired_at is null and state in ('creating', 'open')
         returning *
       )${TIMELINE_FOR_CHANGED}
       select * from changed`,
      {
        payment_session: input.paymentSessionId,
        gateway: input.gatewaySessionId,
        delay: RETIRE_AFTER_SECONDS,
        ...timelineBindings({ kind: "page_left" }),
      }
    )
  }

  /**
   * Retires open pages of a collection that are too close to their end to be handed out, and create calls that nobody waits
   * for any more, so that a fresh page can take their place.
   *
   * @returns whether there was one
   */
  async retireLeftOver(input: {
    paymentCollectionId: string
    minimumLifeSeconds: number
  }): Promise<boolean> {
    const row = await this.one(
      `update bpc_session set retired_at = now(), updated_at = now(), next_check_at = now() + make_interval(secs => :delay)
       where payment_collection_id = :collection and retired_at is null
         and ((state = 'open' and expires_at <= now() + make_interval(secs => :life))
           or (state = 'creating' and created_at < now() - interval '60 seconds'))
       returning *`,
      {
        collection: input.paymentCollectionId,
        life: input.minimumLifeSeconds,
        delay: RETIRE_AFTER_SECONDS,
      }
    )
    return row !== undefined
  }

  /** Marks a page as being closed, so that no checkout takes it up while the gateway is asked to expire it. */
  async startClosing(id: string): Promise<boolean> {
    const row = await this.one(
      `update bpc_session set closing = true, updated_at = now()
       where id = :id and state = 'open' and retired_at is not null
       returning *`,
      { id }
    )
    return row !== undefined
  }

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
             captured = :captured, refunded = :refunded, claims_collection = true, reason = null,
             gateway_payment_id = coalesce(:payment, gateway_payment_id),
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

  /** Nothing to apply now: says when to ask the gateway again. */
  async checkAgain(
    id: string,
    change: { inSeconds: number | null; countsAsAttempt?: boolean; entry?: TimelineEntry }
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

  /** A verified event told us ids of the gateway's that no answer to a call has told us yet. */
  async learnIds(
    id: string,
    ids: { gatewaySessionId: string | null; gatewayPaymentId: string | null }
  ): Promise<void> {
    await sql(
      this.database,
      `update bpc_session set gateway_session_id = coalesce(gateway_session_id, :gateway),
         gateway_payment_id = coalesce(gateway_payment_id, :payment), updated_at = now()
       where id = :id`,
      { id, gateway: ids.gatewaySessionId, payment: ids.gatewayPaymentId }
    )
  }

  /**
   * Takes up to `limit` sessions that are due, each for one process only: their next check moves ahead in the same
   * statement, and rows that another process is taking are skipped.
   */
  async takeDue(limit: number): Promise<string[]> {
    const rows = await sql<{ id: string }>(
      this.database,
      `update bpc_session set next_check_at = now() + interval '90 seconds'
       where id in (
         select id from bpc_session where next_check_at <= now()
         order by next_check_at limit :limit for update skip locked)
       returning id`,
      { limit }
    )
    return rows.map((row) => row.id)
  }

  private async one(
    statement: string,
    bindings: Parameters<typeof sql>[2]
  ): Promise<LedgerRow | undefined> {
    const [record] = await sql<LedgerRecord>(this.database, statement, bindings)
    return record && toLedgerRow(record)
  }
}

export function isUniqueViolation(error: unknown, index?: string): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    error.code === "23505" &&
    (index === undefined || ("constraint" in error && error.constraint === index))
  )
}
