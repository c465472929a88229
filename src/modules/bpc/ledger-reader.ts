import { orderExists } from "./core-tables/left-links"
import { askedWhenPlaced } from "./core-tables/order-summary"
import { type Database, sql } from "./database"
import { type LedgerRecord, type LedgerRow, toLedgerRow } from "./ledger-row"

/** Finds rows of the ledger. */
export class LedgerReader {
  constructor(protected readonly database: Database) {}

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
    return this.one(
      `select * from bpc_session where gateway_session_id = :id`,
      {
        id,
      }
    )
  }

  /**
   * The pages of an order's outstanding amount about which something is undecided: still payable, paid with no order yet, or
   * held for a person who has not decided. Newest first.
   */
  async undecidedOf(orderId: string): Promise<LedgerRow[]> {
    const records = await sql<LedgerRecord>(
      this.database,
      `select * from bpc_session where for_order_id = :order and order_id is null
         and (state = 'open' or (state = 'held' and resolved_at is null)
           or (state in ('paid', 'authorized') and claims_collection))
       order by created_at desc, id desc`,
      { order: orderId }
    )
    return records.map(toLedgerRow)
  }

  /**
   * The session behind a Medusa payment session's data, provided both belong to the same provider and payment collection: `data`
   * alone is not proof, since a browser once wrote into it.
   *
   * @returns `bookedByOther`: Medusa has a payment of this money already, made through another of its payment sessions;
   *   `asked`: what Medusa would book, and what the cart's order asks for that is being placed; decimals in major units
   */
  async findForAuthorization(input: {
    gatewaySessionId: string
    paymentSessionId: string
  }): Promise<
    | {
        row: LedgerRow
        bookedByOther: boolean
        asked: { amount: string; currencyCode: string }[]
      }
    | undefined
  > {
    const [record] = await sql<
      LedgerRecord & {
        booked_by_other: boolean
        session_amount: string
        session_currency: string
        order_asked: string | null
        order_currency: string | null
      }
    >(
      this.database,
      `select s.*, exists (select 1 from payment p
         where p.payment_collection_id = s.payment_collection_id and p.deleted_at is null and p.canceled_at is null
           and p.data ->> 'id' = s.gateway_session_id and p.payment_session_id <> ps.id) as booked_by_other,
         ps.amount::text as session_amount, ps.currency_code as session_currency,
         (${askedWhenPlaced("o.id")})::text as order_asked, o.currency_code as order_currency
       from bpc_session s
       join payment_session ps on ps.payment_collection_id = s.payment_collection_id and ps.provider_id = s.provider_id
       left join cart_payment_collection cpc on cpc.payment_collection_id = s.payment_collection_id and cpc.deleted_at is null
       left join order_cart oc on oc.cart_id = cpc.cart_id and oc.deleted_at is null and ${orderExists("oc.order_id")}
       left join "order" o on o.id = oc.order_id
       where s.gateway_session_id = :gateway and ps.id = :payment_session`,
      {
        gateway: input.gatewaySessionId,
        payment_session: input.paymentSessionId,
      }
    )
    return (
      record && {
        row: toLedgerRow(record),
        bookedByOther: record.booked_by_other,
        asked: [
          {
            amount: record.session_amount,
            currencyCode: record.session_currency,
          },
          ...(record.order_asked === null
            ? []
            : [
                {
                  amount: record.order_asked,
                  currencyCode:
                    record.order_currency ?? record.session_currency,
                },
              ]),
        ],
      }
    )
  }

  /** Whether a page was ever opened for the cart. */
  async hasCart(cartId: string): Promise<boolean> {
    const rows = await sql(
      this.database,
      `select 1 from bpc_session where cart_id = :cart limit 1`,
      { cart: cartId }
    )
    return rows.length > 0
  }

  /**
   * Payments of a cart without an order of which Medusa has a payment, cancelled or not: what a completion that failed left behind.
   *
   * @returns our row's id and that of Medusa's payment
   */
  async leftPaymentsOf(
    cartId: string
  ): Promise<{ id: string; paymentId: string }[]> {
    const rows = await sql<{ id: string; payment: string }>(
      this.database,
      `select s.id, p.id as payment from bpc_session s
       join payment p on p.payment_collection_id = s.payment_collection_id and p.provider_id = s.provider_id
         and p.data ->> 'id' = s.gateway_session_id and p.deleted_at is null
       where s.cart_id = :cart and s.order_id is null
         and not exists (select 1 from order_cart oc where oc.cart_id = s.cart_id and oc.deleted_at is null and ${orderExists("oc.order_id")})
         and not exists (select 1 from cart c where c.id = s.cart_id and c.completed_at is not null)`,
      { cart: cartId }
    )
    return rows.map(({ id, payment }) => ({ id, paymentId: payment }))
  }

  protected async one(
    statement: string,
    bindings: Parameters<typeof sql>[2]
  ): Promise<LedgerRow | undefined> {
    const [record] = await sql<LedgerRecord>(this.database, statement, bindings)
    return record && toLedgerRow(record)
  }
}
