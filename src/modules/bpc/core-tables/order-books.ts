import { type Money, parseCurrency } from "../../../gateway"
import {
  amountDue,
  type NextPayment,
  nextPayment,
  type OrderFacts,
  pendingShown,
  sendsForFree,
  type Decimal,
} from "../amount-due"
import { type Database, sql } from "../database"
import { ORDER_FACTS } from "./order-facts"

/** What an order still asks its shopper for, all read at one moment. */
export type OrderBooks = {
  id: string
  /** The number that people know the order by. */
  number: number
  draft: boolean
  canceled: boolean
  locale: string | null
  currencyCode: string
  /** What a shopper still has to pay; null if the gateway's documents do not know the currency. */
  outstanding: Money | null
  /** The payment that is asked for next: all of it, or what one of several collections asks for. Null with `outstanding`. */
  next: NextPayment | null
  /** What Medusa shows as outstanding, in major units. */
  pending: Decimal
  /** What Medusa shows as outstanding has goods in it that a claim sends for free. */
  sendsForFree: boolean
}

type OrderRecord = {
  id: string
  display_id: number
  status: string
  locale: string | null
  currency_code: string
  facts: OrderFacts
}

/** @returns undefined if there is no such order */
export async function readOrderBooks(
  database: Database,
  orderId: string
): Promise<OrderBooks | undefined> {
  const [record] = await sql<OrderRecord>(
    database,
    `select o.id, o.display_id, o.status, to_jsonb(o) ->> 'locale' as locale, o.currency_code, ${ORDER_FACTS} as facts
     from "order" o
     where o.id = :id and o.deleted_at is null`,
    { id: orderId }
  )
  if (!record) {
    return undefined
  }
  const currency = parseCurrency(record.currency_code)
  return {
    id: record.id,
    number: record.display_id,
    // An accepted quote keeps `is_draft_order`, and is an order all the same.
    draft: record.status === "draft",
    canceled: record.status === "canceled",
    locale: record.locale,
    currencyCode: record.currency_code.toUpperCase(),
    outstanding: currency ? amountDue(record.facts, currency) : null,
    next: currency ? nextPayment(record.facts, currency) : null,
    pending: pendingShown(record.facts.pending, record.facts.items),
    sendsForFree: sendsForFree(record.facts),
  }
}

/**
 * Whether Medusa has written a capture in full and not the order's transaction for it: two steps of one of its workflows, and
 * a server can stop between them.
 */
export async function hasUnbookedCapture(
  database: Database,
  paymentId: string
): Promise<boolean> {
  const rows = await sql(
    database,
    `select c.id from capture c join payment p on p.id = c.payment_id
     where p.id = :id and p.captured_at is not null and c.deleted_at is null
       and not exists (select 1 from order_transaction t
         where t.reference = 'capture' and t.reference_id = c.id and t.deleted_at is null)`,
    { id: paymentId }
  )
  return rows.length > 0
}
