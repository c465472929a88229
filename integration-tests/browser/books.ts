import { Client } from "@medusajs/framework/pg"
import { type Demo } from "../../demo"
import { eventually } from "../support/shopper"

type Entry = {
  order_id: string
  currency_code: string
  captured: number
  refunded: number
}

export type AdminOrder = {
  id: string
  display_id: number
  payment_status: string
  total: number
  currency_code: string
}

/** Both sides' books of a running demo: Medusa's in its database and its admin API, the gateway's in the sandbox. */
export class Books {
  private constructor(
    private readonly demo: Demo,
    private readonly client: Client,
    private readonly adminToken: string
  ) {}

  static async open(demo: Demo): Promise<Books> {
    const client = new Client({ connectionString: demo.databaseUrl })
    await client.connect()
    const response = await fetch(`${demo.medusaUrl}/auth/user/emailpass`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        email: demo.adminEmail,
        password: demo.adminPassword,
      }),
    })
    const { token } = (await response.json()) as { token: string }
    return new Books(demo, client, token)
  }

  close(): Promise<void> {
    return this.client.end()
  }

  /** An order as the admin API shows it. */
  async order(id: string): Promise<AdminOrder> {
    const response = await fetch(
      `${this.demo.medusaUrl}/admin/orders/${id}?fields=display_id,payment_status,total,currency_code`,
      { headers: { authorization: `Bearer ${this.adminToken}` } }
    )
    return ((await response.json()) as { order: AdminOrder }).order
  }

  /** Changes settings of the shop's, as its owner does in the admin. */
  async setSettings(changes: object): Promise<void> {
    const { ok, status } = await fetch(
      `${this.demo.medusaUrl}/admin/bpc/settings`,
      {
        method: "POST",
        headers: {
          authorization: `Bearer ${this.adminToken}`,
          "content-type": "application/json",
        },
        body: JSON.stringify(changes),
      }
    )
    expect({ ok, status }).toEqual({ ok: true, status: 200 })
  }

  /** The ids of the orders that have the money of a gateway session, named by any of its ids. */
  async ordersOf(anySessionId: string): Promise<string[]> {
    const { id } = this.demo.sandbox.control.getSession(anySessionId)
    return (await this.entriesOf(id)).map(({ order_id }) => order_id)
  }

  /** Waits for the one order of a gateway session, whoever brings the news of the payment. */
  async orderPlaced(anySessionId: string): Promise<string> {
    const [orderId = ""] = await eventually(
      () => this.ordersOf(anySessionId),
      (orders) => orders.length > 0,
      60_000
    )
    return orderId
  }

  /**
   * Every session that took money at the gateway has exactly one order, with the same amount captured; and there are no other
   * orders. Waits until nothing is under way any more.
   */
  async expectPromiseKept(): Promise<void> {
    const { control } = this.demo.sandbox
    await control.idle()
    await eventually(
      () => this.underWay(),
      (count) => count === 0,
      60_000
    )
    const paid = control
      .listSessions()
      .filter(({ captured, authorized }) => captured + authorized > 0)
    for (const { id, currency, captured, refunded } of paid) {
      const entries = await this.entriesOf(id)
      expect({
        session: id,
        orders: entries.map((entry) => ({
          currency: entry.currency_code.toUpperCase(),
          captured: minorUnits(entry.captured, currency),
          refunded: minorUnits(entry.refunded, currency),
        })),
      }).toEqual({ session: id, orders: [{ currency, captured, refunded }] })
    }
    const [orders] = await this.sql<{ count: number }>(
      `select count(*)::int as count from "order" where deleted_at is null`
    )
    expect({ orders: orders?.count }).toEqual({ orders: paid.length })
  }

  private entriesOf(gatewaySessionId: string): Promise<Entry[]> {
    return this.sql(
      `select opc.order_id, p.currency_code,
         (select coalesce(sum(c.amount), 0)::float from capture c where c.payment_id = p.id and c.deleted_at is null) as captured,
         (select coalesce(sum(r.amount), 0)::float from refund r where r.payment_id = p.id and r.deleted_at is null) as refunded
       from payment p
       join order_payment_collection opc on opc.payment_collection_id = p.payment_collection_id and opc.deleted_at is null
       where p.data ->> 'id' = $1 and p.deleted_at is null`,
      [gatewaySessionId]
    )
  }

  /** News that is stored and not yet acted upon, and money that has no order yet. */
  private async underWay(): Promise<number> {
    const [row] = await this.sql<{ count: number }>(
      `select ((select count(*) from bpc_event where state = 'received')
         + (select count(*) from bpc_session where state in ('paid', 'authorized') and order_id is null))::int as count`
    )
    return row?.count ?? 0
  }

  private async sql<Row>(statement: string, values: unknown[] = []) {
    return (await this.client.query(statement, values)).rows as Row[]
  }
}

function minorUnits(major: number, currency: string): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
  }).resolvedOptions()
  return Math.round(major * 10 ** maximumFractionDigits)
}
