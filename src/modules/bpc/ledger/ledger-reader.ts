import { type Database, sql } from "../database"
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

  /** Whether a page was ever opened for the cart. */
  async hasCart(cartId: string): Promise<boolean> {
    const rows = await sql(
      this.database,
      `select 1 from bpc_session where cart_id = :cart limit 1`,
      { cart: cartId }
    )
    return rows.length > 0
  }

  protected async one(
    statement: string,
    bindings: Parameters<typeof sql>[2]
  ): Promise<LedgerRow | undefined> {
    const [record] = await sql<LedgerRecord>(this.database, statement, bindings)
    return record && toLedgerRow(record)
  }
}
