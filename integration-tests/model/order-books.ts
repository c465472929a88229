import { ok } from "../support/owing-orders"
import { askedOf } from "./order-links"
import { type OrderLife } from "./order-life"
import { type World } from "./world"

/** A page's money in all three books, in minor units; Medusa's rounded once, from all its digits. */
export type PageBooks = {
  id: string
  page: string | null
  state: string
  reason: string | null
  notified: boolean
  ledgerOrder: string | null
  ledgerCaptured: number
  ledgerRefunded: number
  payments: number
  canceled: boolean
  orders: string[]
  medusaCaptured: number
  medusaRefunded: number
}

/** `exponent`: of the currency. */
const PAGES = `select s.id, s.gateway_session_id as page, s.state, s.reason, s.notified_at is not null as notified, s.order_id as "ledgerOrder",
    s.captured::int as "ledgerCaptured", s.refunded::int as "ledgerRefunded", count(distinct p.id)::int as payments,
    coalesce(bool_or(p.canceled_at is not null), false) as canceled,
    coalesce(array_agg(distinct opc.order_id) filter (where opc.order_id is not null and p.id is not null), '{}') as orders,
    ${["capture", "refund"]
      .map(
        (kind) =>
          `(select round(coalesce(sum(coalesce((raw_amount ->> 'value')::numeric, amount)), 0) * power(10::numeric, $1::int))::int from ${kind}
       where payment_id = any(array_agg(p.id)) and deleted_at is null) as "medusa${kind === "capture" ? "Captured" : "Refunded"}"`
      )
      .join(",\n    ")}
  from bpc_session s
  left join payment p on p.data ->> 'id' = s.gateway_session_id and p.deleted_at is null
  left join order_payment_collection opc on opc.payment_collection_id = p.payment_collection_id and opc.deleted_at is null
  group by s.id order by s.created_at, s.id`

/** An order's own books, in major units with all digits that Medusa keeps. */
export type OrderBooks = {
  status: string
  openChange: string | null
  captured: number
  refunded: number
  countedCaptured: number
  countedRefunded: number
  summaryPaid: number
  summaryRefunded: number
  summaryTransactions: number
  pending: number
  creditOpen: boolean
  claims: number
  collections: number | null
  units: number
  left: number
}

const sumOf = (what: string, condition: string) =>
  `(select coalesce(sum(${what}), 0)::float from order_transaction where order_id = o.id and deleted_at is null and ${condition})`
const moneyOf = (kind: "capture" | "refund") =>
  `(select coalesce(sum(m.amount), 0)::float from order_payment_collection opc
      join payment p on p.payment_collection_id = opc.payment_collection_id and p.deleted_at is null
      join ${kind} m on m.payment_id = p.id and m.deleted_at is null
     where opc.order_id = o.id and opc.deleted_at is null)`

const ORDER = `select o.status,
    (select change_type from order_change where order_id = o.id and status in ('pending', 'requested') and deleted_at is null limit 1) as "openChange",
    ${moneyOf("capture")} as captured, ${moneyOf("refund")} as refunded,
    ${sumOf("amount", "amount > 0")} as "countedCaptured", ${sumOf("-amount", "amount < 0")} as "countedRefunded",
    (os.totals ->> 'paid_total')::float as "summaryPaid", (os.totals ->> 'refunded_total')::float as "summaryRefunded",
    (os.totals ->> 'transaction_total')::float as "summaryTransactions", (os.totals ->> 'pending_difference')::float as pending,
    exists (select 1 from bpc_operation b join bpc_session s on s.id = b.session_id where s.order_id = o.id and b.credit_open) as "creditOpen",
    (select count(*)::int from order_claim where order_id = o.id and canceled_at is null and deleted_at is null) as claims,
    (select sum(pc.amount)::float from order_payment_collection opc join payment_collection pc on pc.id = opc.payment_collection_id and pc.deleted_at is null
      where opc.order_id = o.id and opc.deleted_at is null and pc.status in ('not_paid', 'awaiting') and pc.amount > 0
        and not exists (select 1 from cart_payment_collection c where c.payment_collection_id = pc.id)) as collections,
    (select coalesce(sum(quantity), 0)::float from order_item where order_id = o.id and version = o.version and deleted_at is null) as units,
    (select coalesce(sum(shipped_quantity), 0)::float from order_item where order_id = o.id and version = o.version and deleted_at is null) as left
  from "order" o
  left join lateral (select totals from order_summary where order_id = o.id and version = o.version and deleted_at is null
    order by created_at desc limit 1) os on true
  where o.id = $1`

/** All books of a story's order at one moment. */
export type AllBooks = {
  pages: PageBooks[]
  order: OrderBooks
  /** Minor units. */
  gateway: { captured: number; refunded: number; held: number }
  /** What is held, with all the digits that Medusa has of it, in major units. */
  held: number
  /** What Medusa's dashboard calls outstanding, in major units: counted anew from the order's items. */
  outstanding: number
  /** What our payment link asks for, in minor units. */
  asked: number
  obstacle: string | null
}

export async function booksOf(
  world: World,
  life: OrderLife
): Promise<AllBooks> {
  const { store, gateway, clerk } = world
  const pages = await store.sql<PageBooks>(PAGES, [life.exponent])
  const [order] = await store.sql<OrderBooks>(ORDER, [life.orderId])
  if (!order) {
    throw new Error(`${life.orderId} is gone`)
  }
  const isHeld = (page: string) => gateway.getSession(page).capturable > 0
  const holds = (await life.pages()).filter(({ page }) => isHeld(page))
  const sum = (field: "captured" | "refunded" | "capturable") =>
    gateway
      .listSessions()
      .filter(({ id }) =>
        pages.some((one) => one.page === id && one.orders.length > 0)
      )
      .reduce((total, page) => total + page[field], 0)
  // With all its fields: Medusa counts what is outstanding from the items that it has read.
  const {
    order: { summary },
  } = await ok(
    clerk.call<{ order: { summary: { pending_difference: number } } }>(
      "GET",
      `/admin/orders/${life.orderId}`
    )
  )
  return {
    pages,
    order,
    gateway: {
      captured: sum("captured"),
      refunded: sum("refunded"),
      held: sum("capturable"),
    },
    held: holds.reduce(
      (total, { amount, captured }) => total + amount - captured,
      0
    ),
    outstanding: summary.pending_difference,
    ...(await askedOf(world, life)),
  }
}
