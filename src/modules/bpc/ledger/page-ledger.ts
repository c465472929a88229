import { type GatewaySession, type Money } from "../../../gateway"
import { type Database, isUniqueViolation, newId, sql } from "../database"
import { LedgerReader } from "./ledger-reader"
import { type LedgerRow } from "./ledger-row"
import { TIMELINE_FOR_CHANGED, timelineBindings } from "./timeline"

/** How long a page left behind may still be taken up again before it is closed at the gateway. */
export const RETIRE_AFTER_SECONDS = 4

export type NewSession = {
  providerId: string
  accountId: string
  mode: "test" | "live"
  paymentSessionId: string
  paymentCollectionId: string
  cartId: string | null
  /** The order whose outstanding amount is asked for; no order has the money yet. */
  forOrderId: string | null
  merchantReferenceId: string
  returnSecret: string
  amount: Money
  captureMethod: "automatic" | "manual"
  email: string | null
  countryCode: string | null
  locale: string | null
  returnTo: string | null
}

/** SQL of what Medusa's tables say of the order that a page asks for; the ledger itself does not read them. */
export type OrderMarks = {
  /** A text that is another one once the order changed. @param orderId SQL of its id */
  of: (orderId: string) => string
  /** Ids of open pages whose order changed since the page was last looked at. */
  changedPages: string
}

/** The life of hosted pages: registered, opened, handed out again, left behind, closed. */
export class PageLedger extends LedgerReader {
  constructor(
    database: Database,
    protected readonly orderMarks: OrderMarks
  ) {
    super(database)
  }

  /**
   * Writes the row that must exist before the gateway is called.
   *
   * @returns undefined if an open page of the same amount exists for the collection (another tab was quicker).
   */
  async create(session: NewSession): Promise<LedgerRow | undefined> {
    return this.one(
      `with changed as (
         insert into bpc_session (id, provider_id, account_id, mode, payment_session_id, payment_collection_id, cart_id, for_order_id,
           merchant_reference_id, return_secret, amount, currency_code, capture_method, state, email, country_code, locale, return_to, order_mark, next_check_at)
         values (:id, :provider, :account, :mode, :payment_session, :collection, :cart, :for_order,
           :reference, :secret, :amount, :currency, :capture_method, 'creating', :email, :country, :locale, :return_to, ${this.orderMarks.of(":for_order")}, now() + interval '90 seconds')
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
        for_order: session.forOrderId,
        reference: session.merchantReferenceId,
        secret: session.returnSecret,
        amount: session.amount.minor,
        currency: session.amount.currency,
        capture_method: session.captureMethod,
        email: session.email,
        country: session.countryCode,
        locale: session.locale,
        return_to: session.returnTo,
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
  async opened(
    id: string,
    answer: GatewaySession
  ): Promise<LedgerRow | undefined> {
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

  /** The gateway opened a page for something else than was asked. Nobody gets its address; news about it still finds its owner. */
  async refusedPage(
    id: string,
    answer: GatewaySession,
    details: { expected: string; found: string }
  ): Promise<void> {
    await this.one(
      `with changed as (
         update bpc_session set gateway_session_id = :gateway, md_order = :md_order, expires_at = :expires,
           state = 'failed', reason = 'gateway_refused', next_check_at = null, updated_at = now()
         where id = :id and state = 'creating'
         returning *
       )${TIMELINE_FOR_CHANGED}
       select * from changed`,
      {
        id,
        gateway: answer.id,
        md_order: answer.mdOrder ?? null,
        expires: answer.expiresAt ?? null,
        ...timelineBindings({ kind: "create_failed", details }),
      }
    )
  }

  /**
   * Hands an open (or already paid) page to another Medusa payment session of the same collection.
   *
   * @returns undefined if the page is being closed, has ended, or another page of the same amount was opened since
   */
  async rebind(
    id: string,
    paymentSessionId: string,
    /** Where the shopper who takes it up wants to be led; undefined leaves that as it is. */
    returnTo?: string | null
  ): Promise<LedgerRow | undefined> {
    try {
      return await this.one(
        `with changed as (
         update bpc_session set payment_session_id = :payment_session, retired_at = null, updated_at = now(),
           return_to = case when :keeps_return then return_to else :return_to end
         where id = :id and not closing
           and (state = 'open' or (claims_collection and state in ('paid', 'authorized')))
         returning *
       )${TIMELINE_FOR_CHANGED}
       select * from changed`,
        {
          id,
          payment_session: paymentSessionId,
          keeps_return: returnTo === undefined,
          return_to: returnTo ?? null,
          ...timelineBindings({ kind: "page_reused" }),
        }
      )
    } catch (error) {
      if (isUniqueViolation(error, "bpc_session_open_page")) {
        return undefined
      }
      throw error
    }
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

  /** The cart was changed: its open pages are looked at as soon as one that was left behind would be. */
  async checkPagesOf(cartId: string): Promise<void> {
    await sql(
      this.database,
      `update bpc_session set next_check_at = least(next_check_at, now() + make_interval(secs => :delay))
       where cart_id = :cart and state = 'open' and retired_at is null`,
      { cart: cartId, delay: RETIRE_AFTER_SECONDS }
    )
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
}
