import {
  expectPromiseKept,
  ledgerOf,
  ordersOf,
  pageOf,
  settled,
} from "../support/books"
import { Shopper, eventually } from "../support/shopper"
import { type Store, startStore } from "../support/store"
import {
  SQLSTATES,
  type SqlState,
  breakTable,
  nextTryIsDue,
} from "../support/table-faults"

/*
 * The store's database is not well for a while, in the moment in which a paid cart becomes an order. That says nothing about the cart:
 * each of them is sold.
 */

jest.setTimeout(300_000)

let store: Store

beforeAll(async () => {
  store = await startStore()
})
beforeEach(() => store.sandbox.control.reset())
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())

const triesOf = (shopper: Shopper) =>
  store.sql<{ details: { message: string } }>(
    `select t.details from bpc_timeline t join bpc_session s on s.id = t.session_id
     where s.gateway_session_id = $1 and t.kind = 'order_failed'`,
    [shopper.gatewaySessionId]
  )

const writes: { table: string; event?: "update"; code: SqlState }[] = [
  ...Object.values(SQLSTATES).map((code) => ({ table: "payment", code })),
  { table: "order", code: "57P01" },
  { table: "payment_session", event: "update", code: "40001" },
  { table: "capture", code: "53300" },
  { table: "order_transaction", code: "40P01" },
  { table: "reservation_item", code: "08006" },
  { table: "order_cart", code: "57P01" },
  { table: "order_payment_collection", code: "40001" },
  { table: "cart", event: "update", code: "53300" },
  { table: "payment_collection", event: "update", code: "57P01" },
]

/** Pays while the table is broken, and goes on when it has failed the completion once. */
async function payMeanwhile(
  shopper: Shopper,
  { table, event, code }: (typeof writes)[number]
): Promise<void> {
  const heal = await breakTable(store, table, code, event)
  try {
    await store.sandbox.control.pay(shopper.gatewaySessionId)
    await eventually(
      () => triesOf(shopper),
      ({ length }) => length > 0,
      60_000
    )
  } finally {
    await heal()
  }
  await nextTryIsDue(store)
}

it.each(writes)(
  "sells when $table fails with $code while the cart becomes an order",
  async (write) => {
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    await payMeanwhile(shopper, write)
    const { order_id } = await settled(store, shopper)
    expect(await ordersOf(store, shopper)).toEqual([
      { order_id, paid: shopper.cart!.total, refunded: 0 },
    ])
    expect(pageOf(store, shopper).refunded).toBe(0)
    expect((await ledgerOf(store, shopper)).reason).toBeNull()
  }
)
