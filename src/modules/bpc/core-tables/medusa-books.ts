import { type Money, minorPart } from "../../../gateway"
import { type Database, sql } from "../database"

/** SQL of an amount with all its digits: Medusa keeps a double beside them, and its own sums are of the digits. */
export const exactAmount = (row: string) =>
  `coalesce((${row}.raw_amount ->> 'value')::numeric, ${row}.amount)`

/**
 * What one of Medusa's captures or refunds adds to those of its siblings that went to the gateway: another clerk's, or the record
 * of what the portal did, is in Medusa's books before it is its turn here.
 *
 * @returns minor units of the part, and of all of them with it; undefined if there is no such row
 */
export async function readMedusaBooks(
  database: Database,
  table: "capture" | "refund",
  id: string,
  { sessionId, currency }: { sessionId: string; currency: string }
): Promise<{ part: Money; total: Money } | undefined> {
  const [sum] = await sql<{ before: string; after: string | null }>(
    database,
    `select coalesce(sum(${exactAmount("m")}) filter (where m.id <> one.id), 0)::text as before, sum(${exactAmount("m")})::text as after
     from "${table}" one join "${table}" m on m.payment_id = one.payment_id and m.deleted_at is null
       and (m.id = one.id or exists (select 1 from bpc_operation o
         where o.session_id = :session and o.reference = m.id and o.state <> 'lost'))
     where one.id = :id`,
    { id, session: sessionId }
  )
  const books = minorPart(
    { before: sum?.before ?? "", after: sum?.after ?? "" },
    currency
  )
  return books.ok ? books.value : undefined
}

/** What Medusa has captured or refunded of a payment, and how much that may become; major units, with every digit. */
export async function readBooked(
  database: Database,
  action: "capture" | "refund",
  paymentId: string
): Promise<{ booked: string; whole: string } | undefined> {
  const sumOf = (table: "capture" | "refund") =>
    `(select coalesce(sum(${exactAmount("m")}), 0) from "${table}" m where m.payment_id = p.id and m.deleted_at is null)`
  const [books] = await sql<{ booked: string; whole: string }>(
    database,
    `select ${sumOf(action)}::text as booked,
       (${action === "capture" ? exactAmount("p") : sumOf("capture")})::text as whole
     from payment p where p.id = :id`,
    { id: paymentId }
  )
  return books
}

/** What a payment session of Medusa's asks for; major units, with every digit. */
export async function readAmountOfPaymentSession(
  database: Database,
  id: string
): Promise<string | undefined> {
  const [session] = await sql<{ amount: string }>(
    database,
    `select (${exactAmount("ps")})::text as amount from payment_session ps where ps.id = :id`,
    { id }
  )
  return session?.amount
}
