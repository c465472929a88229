import { type SessionReport } from "../../packages/bpc-sandbox/src"
import { backwardMoves } from "./history"
import { EXPONENT, type Market } from "./scenario"
import { type World } from "./world"

/** A payment as ledger and Medusa have it; Medusa's amounts in major units, the ledger's in minor ones. */
type Books = {
  id: string
  page: string | null
  reference: string
  state: string
  reason: string | null
  ledger_order: string | null
  cart_id: string | null
  notified: boolean
  ledger_captured: number
  ledger_refunded: number
  payments: number
  payment_canceled: boolean
  amount: number
  captured: number
  refunded: number
  orders: string[]
}

const BOOKS = `select s.id, s.gateway_session_id as page, s.merchant_reference_id as reference, s.state, s.reason,
    s.order_id as ledger_order, s.cart_id, s.notified_at is not null as notified,
    s.captured::float as ledger_captured, s.refunded::float as ledger_refunded,
    count(distinct p.id)::int as payments, coalesce(bool_or(p.canceled_at is not null), false) as payment_canceled,
    coalesce(max(p.amount), 0)::float as amount,
    coalesce((select sum(amount) from capture where payment_id = any(array_agg(p.id)) and deleted_at is null), 0)::float as captured,
    coalesce((select sum(amount) from refund where payment_id = any(array_agg(p.id)) and deleted_at is null), 0)::float as refunded,
    coalesce(array_agg(distinct opc.order_id) filter (where opc.order_id is not null), '{}') as orders
  from bpc_session s
  left join payment p on p.data ->> 'id' = s.gateway_session_id and p.deleted_at is null
  left join order_payment_collection opc on opc.payment_collection_id = p.payment_collection_id and opc.deleted_at is null
  group by s.id order by s.created_at, s.id`

/** What is wrong with the one promise once everything has come to rest, in words; empty: it is kept. */
export async function brokenPromises(world: World): Promise<string[]> {
  return [
    ...(await differingBooks(world, wrongWithoutMoney)),
    ...(await wrongWithOrders(world, { atRest: true })),
    ...(await mispaidOrders(world)),
    ...(await unfinished(world)),
    ...(await backwardMoves(world.store)),
  ]
}

/** The same at a moment when pages may still be open: each is in the same state on both sides. */
export async function brokenForNow(world: World): Promise<string[]> {
  return [
    ...(await differingBooks(world, wrongWhileUnpaid)),
    ...(await wrongWithOrders(world, { atRest: false })),
    ...(await unfinished(world)),
    ...(await backwardMoves(world.store)),
  ]
}

/** Nobody gets goods for less: what an order asked for when it was placed, less its credit lines, is what was paid for it. */
async function mispaidOrders({ store }: World): Promise<string[]> {
  const orders = await store.sql<{
    order_id: string
    asked: number
    paid: number
  }>(
    `select oc.order_id, p.amount::float as paid,
       ((os.totals ->> 'pending_difference')::numeric + (os.totals ->> 'transaction_total')::numeric)::float as asked
     from order_cart oc join order_summary os on os.order_id = oc.order_id and os.version = 1
     join order_payment_collection opc on opc.order_id = oc.order_id
     join payment p on p.payment_collection_id = opc.payment_collection_id and p.deleted_at is null and p.provider_id = 'pp_bpc_bpc'
     join cart_payment_collection cpc on cpc.payment_collection_id = p.payment_collection_id and cpc.cart_id = oc.cart_id`
  )
  return orders
    .filter(({ asked, paid }) => Math.abs(asked - paid) > 0.0005)
    .map(
      ({ order_id, asked, paid }) =>
        `${order_id} asked for ${asked} and was placed for ${paid}`
    )
}

async function differingBooks(
  { store, gateway }: World,
  withoutMoney: typeof wrongWithoutMoney
): Promise<string[]> {
  const books = await store.sql<Books>(BOOKS)
  const pages = new Map(gateway.listSessions().map((page) => [page.id, page]))
  const known = new Set(
    books.flatMap(({ page, reference }) => [page, reference])
  )
  return [
    ...[...pages.values()]
      .filter(
        ({ id, authorized, merchantReferenceId }) =>
          authorized > 0 && !known.has(id) && !known.has(merchantReferenceId)
      )
      .map(({ id }) => `Nobody remembers ${id}, and it was paid`),
    ...books.flatMap((one) => {
      const page =
        (one.page && pages.get(one.page)) ||
        [...pages.values()].find(
          ({ merchantReferenceId }) => merchantReferenceId === one.reference
        )
      return page && page.authorized > 0
        ? wrongWithMoney(one, page)
        : withoutMoney(one, page)
    }),
  ]
}

function wrongWithMoney(one: Books, page: SessionReport): string[] {
  const name = `${one.id} (${one.state}, ${one.reason})`
  const kept = page.captured - page.refunded
  const ends = [
    one.orders.length === 1 && "an order",
    one.orders.length === 0 &&
      kept === 0 &&
      page.capturable === 0 &&
      one.state !== "held" &&
      "given back",
    one.state === "held" && "held",
  ].filter((end) => end !== false)
  if (ends.length !== 1 || one.orders.length > 1 || one.payments > 1) {
    return [
      `${name} must end as one thing and is: ${ends.join(", ") || "nothing"} (orders ${one.orders.join()}, payments ${one.payments}, ${inBooks(page)})`,
    ]
  }
  const [end] = ends
  const wrong: string[] = []
  const must = (what: string, is: unknown, should: unknown) => {
    if (is !== should) {
      wrong.push(`${name}, ${end}: ${what} is ${is} and should be ${should}`)
    }
  }
  if (end === "held") {
    must("a person told", one.notified, true)
    return wrong
  }
  must("the ledger's captured", one.ledger_captured, page.captured)
  must("the ledger's refunded", one.ledger_refunded, page.refunded)
  must(
    "the ledger's state",
    one.state,
    page.captured === 0
      ? page.capturable > 0
        ? "authorized"
        : "canceled"
      : kept === 0
        ? "refunded"
        : page.capturable > 0
          ? "authorized"
          : "paid"
  )
  if (end === "an order") {
    const minor = (amount: number) => toMinor(amount, page)
    must("the ledger's order", one.ledger_order, one.orders[0])
    must("what Medusa captured", minor(one.captured), page.captured)
    must("what Medusa refunded", minor(one.refunded), page.refunded)
    must("Medusa's payment", minor(one.amount), page.amount)
    must("the reason", one.reason, null)
    const released = page.captured === 0 && page.capturable === 0
    must("Medusa's payment canceled", one.payment_canceled, released)
  } else {
    must("Medusa's payments", one.payments, 0)
    must("the ledger's order", one.ledger_order, null)
  }
  return wrong
}

/** Nobody paid: no order has it, and the page has ended on both sides. */
function wrongWithoutMoney(
  one: Books,
  page: SessionReport | undefined
): string[] {
  const name = `${one.id} (${one.state}, ${one.reason}), unpaid`
  return [
    one.orders.length > 0 && `${name}, has the order ${one.orders.join()}`,
    !["expired", "canceled", "failed"].includes(one.state) &&
      `${name}, has not ended`,
    page?.status === "open" && `${name}, can still be paid`,
  ].filter((line) => line !== false)
}

function wrongWhileUnpaid(
  one: Books,
  page: SessionReport | undefined
): string[] {
  return page?.status === "open" && one.state === "open"
    ? []
    : wrongWithoutMoney(one, page)
}

type OrderBooks = {
  order_id: string
  cart_id: string
  status: string
  cost: number
  payments: number
  canceled: boolean
  amount: number
  captured: number
  refunded: number
  paid: number
  given_back: number
}

/** Orders and the money that Medusa has for them, in major units; `cost` is what they came to when they were placed. */
const ORDERS = `select oc.cart_id, oc.order_id, o.status, money.*,
    (select coalesce(totals ->> 'original_order_total', totals ->> 'current_order_total')::float
       from order_summary where order_id = oc.order_id order by version limit 1) as cost,
    (select coalesce(sum(amount), 0)::float from order_transaction where order_id = oc.order_id and reference = 'capture' and deleted_at is null) as paid,
    (select coalesce(-sum(amount), 0)::float from order_transaction where order_id = oc.order_id and reference = 'refund' and deleted_at is null) as given_back
  from order_cart oc
  join "order" o on o.id = oc.order_id
  cross join lateral (
    select count(p.id)::int as payments, coalesce(sum(p.amount), 0)::float as amount, coalesce(bool_and(p.canceled_at is not null), false) as canceled,
      coalesce(sum((select sum(amount) from capture where payment_id = p.id and deleted_at is null)), 0)::float as captured,
      coalesce(sum((select sum(amount) from refund where payment_id = p.id and deleted_at is null)), 0)::float as refunded
    from order_payment_collection opc
    join payment p on p.payment_collection_id = opc.payment_collection_id and p.deleted_at is null
    where opc.order_id = oc.order_id and opc.deleted_at is null
  ) money
  where oc.cart_id = any($1) and oc.deleted_at is null`

async function wrongWithOrders(
  world: World,
  { atRest }: { atRest: boolean }
): Promise<string[]> {
  const { store, buyers } = world
  const carts = buyers.map(({ cart }) => cart?.id)
  const orders = await store.sql<OrderBooks>(ORDERS, [carts])
  const wrong: string[] = []
  for (const cart of carts) {
    const ofCart = orders.filter(({ cart_id }) => cart_id === cart)
    if (ofCart.length > 1) {
      wrong.push(`The cart ${cart} became ${ofCart.length} orders`)
    }
  }
  for (const order of orders) {
    wrong.push(...(await wrongWithOrder(world, order, atRest)))
  }
  return wrong
}

async function wrongWithOrder(
  world: World,
  order: OrderBooks,
  atRest: boolean
): Promise<string[]> {
  const wrong: string[] = []
  const must = (what: string, is: unknown, should: unknown) => {
    if (is !== should) {
      wrong.push(`${order.order_id}: ${what} is ${is} and should be ${should}`)
    }
  }
  must("the number of payments", order.payments, 1)
  must("the amount of its payment", order.amount, order.cost)
  if (order.status === "canceled" && order.captured > order.refunded) {
    // At rest nobody waits any more for it to be finished; until then the job does.
    return atRest
      ? [
          ...wrong,
          `${order.order_id} is cancelled, and its money was not all given back`,
        ]
      : wrong
  }
  if (order.status === "canceled" && order.captured === 0 && atRest) {
    must("its hold released", order.canceled, true)
  }
  if (world.contested.has(order.order_id)) {
    return wrong
  }
  must("what its transactions say was paid", order.paid, order.captured)
  must("what they say was given back", order.given_back, order.refunded)
  const shown = await world.clerk.order(order.order_id)
  must("the payment status", shown.payment_status, statusOf(order))
  return wrong
}

/** The payment status that Medusa shows for an order with one payment. */
function statusOf(order: OrderBooks): string {
  const part = (of: number) => (of >= order.amount ? 1 : of > 0 ? 0.5 : 0)
  if (order.refunded > 0) {
    return part(order.refunded) === part(order.captured)
      ? "refunded"
      : "partially_refunded"
  }
  if (order.captured > 0) {
    return part(order.captured) === 1 ? "captured" : "partially_captured"
  }
  return order.canceled || order.status === "canceled"
    ? "canceled"
    : "authorized"
}

/** Work that nobody will take up any more, or that nobody was notified about. */
export async function unfinished({ store }: World): Promise<string[]> {
  const operations = await store.sql<{ line: string }>(
    `select concat_ws(' ', 'An operation is in doubt:', session_id, kind, amount, state, reference) as line
     from bpc_operation where state in ('sent', 'unknown', 'pending')`
  )
  const events = await store.sql<{ line: string }>(
    `select concat_ws(' ', 'An event is not worked on:', id, type, state, outcome) as line
     from bpc_event where state <> 'done'`
  )
  return [...operations, ...events].map(({ line }) => line)
}

/**
 * Pages of one cart and amount that can be paid at this moment, beyond the one that there may be. A page whose create call was
 * never answered does not count: nobody has its address.
 */
export async function pagesTooMany({
  store,
  gateway,
}: World): Promise<string[]> {
  const rows = await store.sql<{ page: string; place: string }>(
    `select gateway_session_id as page, concat_ws(' ', payment_collection_id, amount, currency_code) as place
     from bpc_session where gateway_session_id is not null and retired_at is null and not closing and state <> 'failed'`
  )
  const open = new Set(
    gateway
      .listSessions()
      .filter(({ status }) => status === "open")
      .map(({ id }) => id)
  )
  const places = rows.filter(({ page }) => open.has(page))
  const doubled = places.filter(
    ({ place }, index) =>
      places.findIndex((other) => other.place === place) !== index
  )
  return doubled.map(({ place }) => `There are two open pages for ${place}`)
}

function toMinor(amount: number, { currency }: SessionReport): number {
  return Math.round(amount * 10 ** EXPONENT[currency.toLowerCase() as Market])
}

function inBooks({ captured, refunded, capturable }: SessionReport): string {
  return `the gateway captured ${captured}, refunded ${refunded}, holds ${capturable}`
}
