import {
  type CurrencyCode,
  type Money,
  moneyOf,
  parseCurrency,
  toMoney,
} from "../../gateway"
import { type Database, sql } from "./database"

/*
 * What an order still asks its shopper for. Reads tables of Medusa's own modules, like core-tables and for the same reason:
 * the answer must be of one moment.
 */

/**
 * SQL of what order `o` owes: Medusa's own pending difference, less money that Medusa's payments hold and its order does not
 * count yet. That is a hold on a card that nobody captured, or a capture whose transaction is still being written; asking for
 * it once more would make the shopper pay twice. Medusa's manual provider authorises without any money, so it does not count.
 * Never below zero; zero for a cancelled order.
 */
export const OUTSTANDING = `case when o.status = 'canceled' or o.deleted_at is not null then 0 else greatest(0,
  (select cast(coalesce(os.totals -> 'raw_pending_difference' ->> 'value', os.totals ->> 'pending_difference') as numeric)
   from order_summary os where os.order_id = o.id and os.version = o.version and os.deleted_at is null
   order by os.created_at desc limit 1)
  - coalesce((
    select sum(greatest(0, case when b.state in ('paid', 'refunded', 'canceled', 'expired', 'failed') then taken.amount else p.amount end - taken.booked))
    from order_payment_collection opc
    join payment p on p.payment_collection_id = opc.payment_collection_id and p.deleted_at is null and p.canceled_at is null
    left join bpc_session b on b.gateway_session_id = p.data ->> 'id'
      and b.provider_id = p.provider_id and b.payment_collection_id = p.payment_collection_id
    cross join lateral (
      select coalesce(sum(c.amount), 0) as amount, coalesce(sum(t.amount), 0) as booked
      from capture c
      left join order_transaction t on t.reference = 'capture' and t.reference_id = c.id and t.deleted_at is null
      where c.payment_id = p.id and c.deleted_at is null
    ) taken
    where opc.order_id = o.id and opc.deleted_at is null and (b.id is not null or p.provider_id not like 'pp_system%')
  ), 0)) end`

export type OrderBooks = {
  id: string
  /** The number that people know the order by. */
  number: number
  draft: boolean
  canceled: boolean
  locale: string | null
  currencyCode: string
  /** Null if the gateway's documents do not know the currency. */
  outstanding: Money | null
  /** The same as Medusa counts it, in major units, with all its digits. */
  outstandingDecimal: string
  /** A payment collection that asks for money and holds none: the one that the next payment goes to. */
  collection: { id: string; amount: Money | null } | null
}

type OrderRecord = {
  id: string
  display_id: number
  status: string
  is_draft_order: boolean
  locale: string | null
  currency_code: string
  outstanding: string
  collection: string | null
  collection_amount: string | null
}

/**
 * A cart's own collection is left alone: what is paid there belongs to the cart's checkout, and a cart becomes one order only.
 *
 * @returns undefined if there is no such order
 */
export async function readOrderBooks(
  database: Database,
  orderId: string
): Promise<OrderBooks | undefined> {
  const [record] = await sql<OrderRecord>(
    database,
    `select o.id, o.display_id, o.status, o.is_draft_order, to_jsonb(o) ->> 'locale' as locale, o.currency_code,
       (${OUTSTANDING})::text as outstanding, pc.id as collection, pc.amount::text as collection_amount
     from "order" o
     left join lateral (
       select pc.id, pc.amount from order_payment_collection opc
       join payment_collection pc on pc.id = opc.payment_collection_id and pc.deleted_at is null
       where opc.order_id = o.id and opc.deleted_at is null and pc.status in ('not_paid', 'awaiting')
         and not exists (select 1 from cart_payment_collection cpc where cpc.payment_collection_id = pc.id and cpc.deleted_at is null)
         and not exists (select 1 from payment p where p.payment_collection_id = pc.id and p.deleted_at is null)
       order by pc.created_at desc, pc.id desc limit 1
     ) pc on true
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
    draft: record.is_draft_order || record.status === "draft",
    canceled: record.status === "canceled",
    locale: record.locale,
    currencyCode: record.currency_code.toUpperCase(),
    outstanding: currency ? moneyIn(record.outstanding, currency) : null,
    outstandingDecimal: record.outstanding,
    collection: record.collection
      ? {
          id: record.collection,
          amount: currency
            ? moneyIn(record.collection_amount ?? "0", currency)
            : null,
        }
      : null,
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

function moneyIn(decimal: string, currency: CurrencyCode): Money {
  const money = toMoney(decimal, currency)
  return money.ok ? money.value : moneyOf(0, currency)
}
