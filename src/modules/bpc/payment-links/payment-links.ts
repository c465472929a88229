import { type LinkState } from "../../../api-schemas/vocabulary"
import { type Database, newId, sql } from "../database"
import { newLinkSecret, parseLinkToken } from "./payment-link-token"
import { tokenFits } from "../return-address"

/** A link that asks whoever opens it for what its order still owes at that moment. */
export type PaymentLink = Readonly<{
  id: string
  orderId: string
  secret: string
  /** E-mail of the person who made it. */
  createdBy: string
  createdAt: Date
  expiresAt: Date
  revokedAt: Date | null
  revokedBy: string | null
  paidAt: Date | null
  /** The ledger's session whose money settled the order. */
  paidSessionId: string | null
}>

/** Paid beats expired: who has paid must read so, however late the money came. */
export function linkStateOf(link: PaymentLink, now: Date): LinkState {
  if (link.paidAt) {
    return "paid"
  }
  if (link.revokedAt) {
    return "revoked"
  }
  return link.expiresAt <= now ? "expired" : "open"
}

type LinkRecord = {
  id: string
  order_id: string
  secret: string
  created_by: string
  created_at: Date
  expires_at: Date
  revoked_at: Date | null
  revoked_by: string | null
  paid_at: Date | null
  paid_session_id: string | null
}

/** The payment links of orders. */
export class PaymentLinks {
  constructor(private readonly database: Database) {}

  async create(input: {
    orderId: string
    expiresAt: Date
    by: string
  }): Promise<PaymentLink> {
    const [link] = await this.read(
      `insert into bpc_payment_link (id, order_id, secret, created_by, expires_at)
       values (:id, :order, :secret, :by, :expires) returning *`,
      {
        id: newId.paymentLink(),
        order: input.orderId,
        secret: newLinkSecret(),
        by: input.by,
        expires: input.expiresAt,
      }
    )
    if (!link) {
      throw new Error("PostgreSQL answered an insert without its row")
    }
    return link
  }

  async find(id: string): Promise<PaymentLink | undefined> {
    const [link] = await this.read(
      `select * from bpc_payment_link where id = :id`,
      { id }
    )
    return link
  }

  /** The link that a URL's token opens; undefined for one that is malformed, altered or someone else's. */
  async findByToken(token: string): Promise<PaymentLink | undefined> {
    const parsed = parseLinkToken(token)
    const link = parsed && (await this.find(parsed.id))
    return parsed && link && tokenFits(parsed, link.secret) ? link : undefined
  }

  /** Newest first. */
  async ofOrder(orderId: string): Promise<PaymentLink[]> {
    return this.read(
      `select * from bpc_payment_link where order_id = :order order by created_at desc, id desc limit 100`,
      { order: orderId }
    )
  }

  /** @returns undefined if the link was paid or revoked before */
  async revoke(id: string, by: string): Promise<PaymentLink | undefined> {
    const [link] = await this.read(
      `update bpc_payment_link set revoked_at = now(), revoked_by = :by
       where id = :id and revoked_at is null and paid_at is null returning *`,
      { id, by }
    )
    return link
  }

  /** The order owes nothing any more: every link that asked for it has done its work, whichever of them was used. A revoked one stays so. */
  async markPaid(orderId: string, sessionId: string): Promise<void> {
    await this.read(
      `update bpc_payment_link set paid_at = now(), paid_session_id = :session
       where order_id = :order and paid_at is null and revoked_at is null returning *`,
      { order: orderId, session: sessionId }
    )
  }

  private async read(
    statement: string,
    bindings: Parameters<typeof sql>[2]
  ): Promise<PaymentLink[]> {
    const records = await sql<LinkRecord>(this.database, statement, bindings)
    return records.map((record) => ({
      id: record.id,
      orderId: record.order_id,
      secret: record.secret,
      createdBy: record.created_by,
      createdAt: record.created_at,
      expiresAt: record.expires_at,
      revokedAt: record.revoked_at,
      revokedBy: record.revoked_by,
      paidAt: record.paid_at,
      paidSessionId: record.paid_session_id,
    }))
  }
}
