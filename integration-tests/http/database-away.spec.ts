import { databaseLine } from "../support/database-line"
import {
  expectPromiseKept,
  ledgerOf,
  ordersOf,
  pageOf,
  settled,
} from "../support/books"
import { Shopper } from "../support/shopper"
import { type Store, startStore } from "../support/store"
import { nextTryIsDue } from "../support/table-faults"

/*
 * PostgreSQL goes away while five shoppers pay, at different moments of their orders. That says nothing about their carts: five orders.
 * The one of three minutes runs with BPC_LONG_OUTAGE.
 */

jest.setTimeout(900_000)

const line = databaseLine()
let store: Store

beforeAll(async () => {
  store = await startStore({ databaseThrough: line.through })
})
beforeEach(() => store.sandbox.control.reset())
afterAll(async () => {
  await store.close()
  await line.close()
})

/** Medusa's own lock of a cart whose completion died with its connection lives for two minutes; nobody may place an order before. */
const LOCK_OF_A_DEAD_COMPLETION_MS = 180_000

const pause = (ms: number) => new Promise((next) => setTimeout(next, ms))

async function fiveShoppers(): Promise<Shopper[]> {
  const shoppers = Array.from({ length: 5 }, () => new Shopper(store))
  for (const shopper of shoppers) {
    await shopper.startCheckout()
  }
  return shoppers
}

/** Each comes back from the bank a little later than the one before; nobody is kept from going on by an answer of the store's. */
async function payOneByOne(shoppers: Shopper[], apartMs: number) {
  for (const shopper of shoppers) {
    const { redirectUrl } = await store.sandbox.control.pay(
      shopper.gatewaySessionId
    )
    void shopper.visit(redirectUrl!).catch(() => undefined)
    await pause(apartMs)
  }
}

async function expectFiveOrders(shoppers: Shopper[]): Promise<void> {
  for (const shopper of shoppers) {
    await nextTryIsDue(store)
    const { order_id } = await settled(
      store,
      shopper,
      LOCK_OF_A_DEAD_COMPLETION_MS
    )
    expect(await ordersOf(store, shopper)).toEqual([
      { order_id, paid: shopper.cart!.total, refunded: 0 },
    ])
    expect(pageOf(store, shopper).refunded).toBe(0)
    expect((await ledgerOf(store, shopper)).reason).toBeNull()
  }
  await expectPromiseKept(store)
}

it.each([
  { seconds: 10 },
  ...(process.env.BPC_LONG_OUTAGE ? [{ seconds: 180 }] : []),
])(
  "PostgreSQL is stopped for $seconds seconds while five shoppers pay",
  async ({ seconds }) => {
    const shoppers = await fiveShoppers()
    const paying = payOneByOne(shoppers, 250)
    await pause(600)
    await line.cut()
    await paying
    await pause(seconds * 1000)
    await line.restore()
    await expectFiveOrders(shoppers)
  }
)

it("the store's connections are terminated again and again while five shoppers pay", async () => {
  const shoppers = await fiveShoppers()
  const paying = payOneByOne(shoppers, 150)
  for (let round = 0; round < 8; round++) {
    await store.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
    )
    await pause(200)
  }
  await paying
  await expectFiveOrders(shoppers)
})

describe("a shopper who comes back meanwhile is told within seconds that it is being checked", () => {
  it.each([
    { what: "stopped", stop: () => line.cut() },
    { what: "silent", stop: async () => line.freeze() },
  ])("PostgreSQL is $what", async ({ stop }) => {
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    store.sandbox.control.setFaults({ webhooks: { drop: true } })
    const { redirectUrl } = await store.sandbox.control.pay(
      shopper.gatewaySessionId
    )
    await stop()
    try {
      const asked = Date.now()
      const page = await shopper.visit(redirectUrl!, "de")
      expect(Date.now() - asked).toBeLessThan(10_000)
      expect(page.status).toBe(200)
      expect(page.text).toContain('<html lang="de"')
      expect(page.text).toContain("?n=1")
    } finally {
      await line.restore()
    }
    store.sandbox.control.setFaults({ webhooks: { drop: false } })
    await nextTryIsDue(store)
    await settled(store, shopper)
    expect((await shopper.status()).body.status).toBe("paid")
  })
})
