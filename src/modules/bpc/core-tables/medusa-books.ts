import { type Money, toMoney } from "../../../gateway"
import { type Database, sql } from "../database"

/**
 * What Medusa's books say about one of its captures or refunds, and about it together with those of its siblings that went to the
 * gateway: another clerk's, or the record of what the portal did, is in Medusa's books before it is its turn here.
 */
export async function readMedusaBooks(
  database: Database,
  table: "capture" | "refund",
  id: string,
  { sessionId, currency }: { sessionId: string; currency: string }
): Promise<{ this: Money; total: Money } | undefined> {
  const [record] = await sql<{ amount: string; total: string }>(
    database,
    `select one.amount::text as amount,
       (select sum(m.amount)::text from "${table}" m where m.payment_id = one.payment_id and m.deleted_at is null
          and (m.id = one.id or exists (select 1 from bpc_operation o
            where o.session_id = :session and o.reference = m.id and o.state <> 'lost'))) as total
     from "${table}" one where one.id = :id`,
    { id, session: sessionId }
  )
  const amount = toMoney(record?.amount ?? "", currency)
  const total = toMoney(record?.total ?? "", currency)
  return amount.ok && total.ok
    ? { this: amount.value, total: total.value }
    : undefined
}
