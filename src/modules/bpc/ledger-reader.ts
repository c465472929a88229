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
   * The session behind a Medusa payment session's data, provided both belong to the same payment collection: `data` alone
   * is not proof, since a browser once wrote into it.
   *
   * @returns `bookedByOther`: Medusa has a payment of this money already, made through another of its payment sessions
   */
  async findForAuthorization(input: {
    gatewaySessionId: string
    paymentSessionId: string
  }): Promise<{ row: LedgerRow; bookedByOther: boolean } | undefined> {
    const [record] = await sql<LedgerRecord & { booked_by_other: boolean }>(
      this.database,
      `select s.*, exists (select 1 from payment p
         where p.payment_collection_id = s.payment_collection_id and p.deleted_at is null and p.canceled_at is null
           and p.data ->> 'id' = s.gateway_session_id and p.payment_session_id <> ps.id) as booked_by_other
       from bpc_session s
       join payment_session ps on ps.payment_collection_id = s.payment_collection_id
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
      }
    )
  }

  protected async one(
    statement: string,
    bindings: Parameters<typeof sql>[2]
  ): Promise<LedgerRow | undefined> {
    const [record] = await sql<LedgerRecord>(this.database, statement, bindings)
    return record && toLedgerRow(record)
  }
}
