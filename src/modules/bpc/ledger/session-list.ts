import { type z } from "zod"
import {
  type sessionFactsSchema,
  type sessionSchema,
} from "../../../api-schemas/payments"
import {
  type DeclineClass,
  type Mode,
  type SessionState,
} from "../../../api-schemas/vocabulary"
import { exponentOf, parseCurrency } from "../../../gateway"
import { type Position, type Bindings, type Database, sql } from "../database"

export type SessionFilter = {
  state?: SessionState
  /** Held payments alone: true for those that wait for a person, false for those that a person decided to keep. */
  undecided?: boolean
  /** Orders whose amounts are not the gateway's, and about which nobody has decided yet. */
  differs?: boolean
  mode?: Mode
  declineClass?: DeclineClass
  /** Payments that the bank took back: all of them, or those about which nobody has written down what was done. */
  chargedBack?: "true" | "open"
  from?: Date
  to?: Date
  /** Order number, the beginning of an e-mail, last four digits, RRN or approval code of a card, or any id of Medusa's or the gateway's in full. */
  search?: string
  orderId?: string
}

/** A session as the admin API lists it. */
export type ListedSession = z.output<typeof sessionSchema>

export type DetailedSession = z.output<typeof sessionFactsSchema>

/** What Medusa knows of the numbers that people call orders by; the ledger itself does not read its tables. */
export type OrderNumbers = {
  of: (orderIds: readonly string[]) => Promise<ReadonlyMap<string, number>>
  find: (number: number) => Promise<readonly string[]>
}

type Record_ = Omit<
  DetailedSession,
  "amount" | "captured" | "refunded" | "exponent" | "order_display_id"
> & {
  amount: string
  captured: string
  refunded: string
}

const COLUMNS = `s.id, s.gateway_session_id, s.gateway_payment_id, s.payment_session_id, s.cart_id, s.order_id,
  s.email, s.mode, s.account_id, a.name as account_name, s.amount, s.currency_code, s.captured,
  s.refunded, s.capture_method, s.state, s.reason, s.created_at, s.expires_at, s.md_order, s.merchant_reference_id,
  s.country_code, s.payment_url, s.updated_at, s.next_check_at, s.resolved_at, s.resolved_by, s.decline_class, s.charged_back_at,
  s.chargeback_noted_at, h.expected, h.found`
const JOINS = `left join bpc_account a on a.id = s.account_id
  left join lateral (
    select t.details ->> 'expected' as expected, t.details ->> 'found' as found
    from bpc_timeline t where s.state in ('held', 'paid', 'authorized') and s.reason is not null
      and t.session_id = s.id and t.kind in ('held', 'books_differ', 'shipped_uncaptured')
    order by t.at desc, t.id desc limit 1
  ) h on true`

/** One place for it, so that the list shows what health counts. */
export const ORDER_DIFFERS = `reason is not null and resolved_at is null and claims_collection
  and order_id is not null and state in ('paid', 'authorized')`

/**
 * Newest first. The page is cut from the ledger by an index before anything is joined to it, so that a million rows cost no
 * more than a thousand.
 */
export async function listSessions(
  database: Database,
  orders: OrderNumbers,
  filter: SessionFilter,
  page: { limit: number; after?: Position }
): Promise<ListedSession[]> {
  const { conditions, bindings } = await sessionConditions(orders, filter)
  if (page.after) {
    conditions.push(
      "(s.created_at, s.id) < (cast(:after_at as timestamptz), :after_id)"
    )
    bindings.after_at = page.after.at
    bindings.after_id = page.after.id
  }
  const rows = await sql<Record_>(
    database,
    `select ${COLUMNS} from (
       select * from bpc_session s ${conditions.length ? `where ${conditions.join(" and ")}` : ""}
       order by s.created_at desc, s.id desc limit :limit
     ) s ${JOINS} order by s.created_at desc, s.id desc`,
    { ...bindings, limit: page.limit }
  )
  const numbers = await numbersOf(orders, rows)
  return rows.map((row) => toListed(row, numbers))
}

export async function findSession(
  database: Database,
  orders: OrderNumbers,
  id: string
): Promise<DetailedSession | undefined> {
  const [row] = await sql<Record_>(
    database,
    `select ${COLUMNS} from bpc_session s ${JOINS} where s.id = :id`,
    { id }
  )
  return row && toDetailed(row, await numbersOf(orders, [row]))
}

async function numbersOf(
  orders: OrderNumbers,
  rows: readonly Record_[]
): Promise<ReadonlyMap<string, number>> {
  const ids = rows.flatMap((row) => row.order_id ?? [])
  return ids.length > 0 ? orders.of(ids) : new Map()
}

/** PostgreSQL counts microseconds: what happened within the last millisecond of a period belongs to it, and to no period is nothing lost. */
export const AFTER_TO = `cast(:to as timestamptz) + interval '1 millisecond'`

/** SQL conditions on a payment `s`, each by an index where it narrows much. */
export async function sessionConditions(
  orders: OrderNumbers,
  filter: SessionFilter
): Promise<{ conditions: string[]; bindings: Bindings }> {
  const conditions: string[] = []
  const bindings: Bindings = {}
  const add = (condition: string, values: Bindings) => {
    conditions.push(condition)
    Object.assign(bindings, values)
  }
  if (filter.state) add("s.state = :state", { state: filter.state })
  if (filter.undecided !== undefined) {
    add(
      `s.state = 'held' and s.resolved_at is ${filter.undecided ? "null" : "not null"}`,
      {}
    )
  }
  if (filter.differs) add(ORDER_DIFFERS, {})
  if (filter.mode) add("s.mode = :mode", { mode: filter.mode })
  if (filter.declineClass) {
    add("s.decline_class = :decline", { decline: filter.declineClass })
  }
  if (filter.chargedBack) {
    const open = filter.chargedBack === "open"
    add(
      `s.charged_back_at is not null${open ? " and s.chargeback_noted_at is null" : ""}`,
      {}
    )
  }
  if (filter.from) add("s.created_at >= :from", { from: filter.from })
  if (filter.to) {
    add(`s.created_at < ${AFTER_TO}`, { to: filter.to })
  }
  if (filter.orderId) {
    // A page that asks for an order's outstanding amount belongs beside the order before the order has its money.
    add(
      `s.id in (
         select id from bpc_session where order_id = :order
         union select id from bpc_session where for_order_id = :order)`,
      { order: filter.orderId }
    )
  }
  const search = filter.search?.trim()
  if (search) {
    await addSearch(orders, search, add)
  }
  return { conditions, bindings }
}

/** One index per kind of search word; the word itself says which kind it is. */
async function addSearch(
  orders: OrderNumbers,
  search: string,
  add: (condition: string, values: Bindings) => void
): Promise<void> {
  const number = /^#?(\d{1,9})$/.exec(search)?.[1]
  if (number) {
    // Four digits may be a card's, six an approval code.
    add(
      `s.id in (
         select id from bpc_session where order_id = any(:numbered)
         union select session_id from bpc_card where last4 = :word
         union select session_id from bpc_card where approval_code = :word
         union select session_id from bpc_card where rrn = :word)`,
      { numbered: [...(await orders.find(Number(number)))], word: search }
    )
  } else if (search.includes("@")) {
    add(`lower(s.email) like :email`, {
      email: `${search.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`,
    })
  } else {
    add(
      `s.id in (
         select id from bpc_session where gateway_session_id = :word
         union select id from bpc_session where gateway_payment_id = :word
         union select id from bpc_session where payment_session_id = :word
         union select id from bpc_session where merchant_reference_id = :word
         union select id from bpc_session where cart_id = :word
         union select id from bpc_session where order_id = :word
         union select id from bpc_session where for_order_id = :word
         union select session_id from bpc_card where rrn = any(:words)
         union select session_id from bpc_card where approval_code = any(:words)
         union select id from bpc_session where id = :word)`,
      { word: search, words: [search, search.toUpperCase()] }
    )
  }
}

function toDetailed(
  row: Record_,
  numbers: ReadonlyMap<string, number>
): DetailedSession {
  const currency = parseCurrency(row.currency_code)
  return {
    ...row,
    order_display_id: numbers.get(row.order_id ?? "") ?? null,
    amount: Number(row.amount),
    captured: Number(row.captured),
    refunded: Number(row.refunded),
    exponent: currency ? exponentOf(currency) : 2,
  }
}

function toListed(
  row: Record_,
  numbers: ReadonlyMap<string, number>
): ListedSession {
  const {
    md_order: _mdOrder,
    merchant_reference_id: _reference,
    country_code: _country,
    payment_url: _url,
    updated_at: _updated,
    next_check_at: _next,
    resolved_by: _by,
    ...listed
  } = toDetailed(row, numbers)
  return listed
}
