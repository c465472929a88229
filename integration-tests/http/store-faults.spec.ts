import {
  completeCartWorkflow,
  deleteProductsWorkflow,
  deleteProductVariantsWorkflow,
} from "@medusajs/medusa/core-flows"
import {
  expectPromiseKept,
  inState,
  ledgerOf,
  ordersOf,
  pageOf,
  settled,
} from "../support/books"
import { Clerk } from "../support/clerk"
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

jest.setTimeout(400_000)

let store: Store
/** What the merchant's own hook does; Medusa takes one for each process. */
let hook: () => void = () => {}

completeCartWorkflow.hooks.validate(() => hook())
/** The one that comes after the payment. */
let lastHook: () => void = () => {}

/** Medusa's own types name one of them only. */
const hooks: Record<string, ((run: () => void) => void) | undefined> =
  completeCartWorkflow.hooks
hooks.orderCreated?.(() => lastHook())

beforeAll(async () => {
  // The capture method is the admin's here.
  store = await startStore({ environment: { BPC_CAPTURE_METHOD: "" } })
})
beforeEach(() => {
  hook = () => {}
  lastHook = () => {}
  store.sandbox.control.reset()
})
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
      ({ length }) => length > 0
    )
  } finally {
    await heal()
  }
  await nextTryIsDue(store)
}

/** The one refund of all that was taken. */
const refundsAt = (shopper: Shopper) => ({
  calls: store.sandbox.control
    .requests()
    .filter(({ operation }) => operation === "createRefund").length,
  refunded: pageOf(store, shopper).refunded === pageOf(store, shopper).amount,
})

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

it("sells on the order that a completion could neither finish nor roll back", async () => {
  const shopper = new Shopper(store)
  await shopper.startCheckout()
  const healed = [
    await breakTable(store, "payment", "57P01"),
    await breakTable(store, "order", "57P01", "update or delete"),
    await breakTable(store, "order_cart", "57P01", "update or delete"),
    await breakTable(
      store,
      "order_payment_collection",
      "57P01",
      "update or delete"
    ),
  ]
  await store.sandbox.control.pay(shopper.gatewaySessionId)
  const [left] = await eventually(
    () => ordersOf(store, shopper),
    ({ length }) => length > 0
  )
  await eventually(
    () => triesOf(shopper),
    ({ length }) => length > 0,
    60_000
  )
  for (const heal of healed) {
    await heal()
  }
  await nextTryIsDue(store)
  const { order_id } = await settled(store, shopper)
  expect(order_id).toBe(left!.order_id)
  expect(await ordersOf(store, shopper)).toEqual([
    { order_id, paid: shopper.cart!.total, refunded: 0 },
  ])
  expect(
    await store.sql(`select completed_at from cart where id = $1`, [
      shopper.cart!.id,
    ])
  ).toEqual([{ completed_at: expect.any(Date) }])
})

it("gives back what is paid for such an order after the clerk has marked it as paid", async () => {
  const shopper = new Shopper(store)
  await shopper.startCheckout()
  const healed = await Promise.all(
    ["order", "order_cart", "order_payment_collection"].map((table) =>
      breakTable(store, table, "57P01", "update or delete")
    )
  )
  // Nothing is paid yet, so Medusa takes the order back, and cannot.
  await shopper.complete()
  for (const heal of healed) {
    await heal()
  }
  const [left] = await ordersOf(store, shopper)
  const clerk = await Clerk.logIn(store)
  const made = await clerk.call<{ payment_collection: { id: string } }>(
    "POST",
    "/admin/payment-collections",
    { order_id: left!.order_id, amount: shopper.cart!.total }
  )
  const marked = await clerk.call(
    "POST",
    `/admin/payment-collections/${made.body.payment_collection.id}/mark-as-paid`,
    { order_id: left!.order_id }
  )
  expect(marked.status).toBe(200)

  await store.sandbox.control.pay(shopper.gatewaySessionId)
  expect(await inState(store, shopper, ["refunded"])).toMatchObject({
    reason: "duplicate_payment",
    order_id: null,
  })
  expect(refundsAt(shopper)).toEqual({ calls: 1, refunded: true })
})

describe("of a payment that is only held", () => {
  const capture = async (capture_method: string) => {
    const clerk = await Clerk.logIn(store)
    const { status } = await clerk.call("POST", "/admin/bpc/settings", {
      capture_method,
    })
    expect(status).toBe(200)
  }
  beforeAll(() => capture("manual"))
  afterAll(() => capture("automatic"))

  it.each<(typeof writes)[number]>([
    { table: "payment", code: "57P01" },
    { table: "order", code: "40001" },
    { table: "payment_collection", event: "update", code: "40P01" },
  ])("releases nothing when $table fails with $code", async (write) => {
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    await payMeanwhile(shopper, write)
    const { order_id } = await settled(store, shopper)
    expect(await ordersOf(store, shopper)).toMatchObject([{ order_id }])
    expect(await ledgerOf(store, shopper)).toMatchObject({
      state: "authorized",
      reason: null,
    })
    expect(
      store.sandbox.control.requests().map(({ operation }) => operation)
    ).not.toContain("cancelPayment")
  })
})

describe("a decision about the cart", () => {
  it("is what the merchant's own hook says: back soon, once, with the hook's sentence for the clerk", async () => {
    hook = () => {
      throw new Error("No deliveries to islands this week")
    }
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    await store.sandbox.control.pay(shopper.gatewaySessionId)
    expect(await inState(store, shopper, ["refunded"])).toMatchObject({
      reason: "order_impossible",
      order_id: null,
    })
    expect(refundsAt(shopper)).toEqual({ calls: 1, refunded: true })
    expect(await triesOf(shopper)).toEqual([
      { details: { message: "No deliveries to islands this week" } },
    ])
    expect(await ordersOf(store, shopper)).toEqual([])
  })

  it("is made by the last hook, too, when the money is in Medusa's books: back once, and no order for nothing afterwards", async () => {
    lastHook = () => {
      throw new Error("The vendor is closed")
    }
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    await store.sandbox.control.pay(shopper.gatewaySessionId)
    expect(await inState(store, shopper, ["refunded"])).toMatchObject({
      reason: "order_impossible",
      order_id: null,
    })
    expect(refundsAt(shopper)).toEqual({ calls: 1, refunded: true })
    expect(await triesOf(shopper)).toHaveLength(1)

    lastHook = () => {}
    // A store's own code completes carts past our door.
    const { errors } = await completeCartWorkflow(store.container).run({
      input: { id: shopper.cart!.id },
      throwOnError: false,
    })
    expect(errors).not.toEqual([])
    expect(await ordersOf(store, shopper)).toEqual([])
  })

  it("is not made by a hook that cannot reach its own service", async () => {
    hook = () => {
      hook = () => {}
      throw new TypeError("fetch failed", {
        cause: Object.assign(new Error("connect ECONNREFUSED"), {
          code: "ECONNREFUSED",
        }),
      })
    }
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    await store.sandbox.control.pay(shopper.gatewaySessionId)
    await eventually(
      () => triesOf(shopper),
      ({ length }) => length > 0
    )
    await nextTryIsDue(store)
    await settled(store, shopper)
    expect(refundsAt(shopper).calls).toBe(0)
  })

  /** Both are of products that no other test buys. */
  it.each([
    {
      what: "product",
      sku: "SCOOP",
      remove: (variant: { id: string; product_id: string }) =>
        deleteProductsWorkflow(store.container).run({
          input: { ids: [variant.product_id] },
        }),
    },
    {
      what: "variant",
      sku: "CLOTH-50",
      remove: (variant: { id: string }) =>
        deleteProductVariantsWorkflow(store.container).run({
          input: { ids: [variant.id] },
        }),
    },
  ])(
    "is made by whoever deletes a $what while the page is open: back soon, once, with the reason",
    async ({ sku, remove }) => {
      const shopper = new Shopper(store)
      await shopper.startCheckout(sku)
      const [variant] = await store.sql<{
        id: string
        product_id: string
        title: string
      }>(
        `select v.id, v.product_id, p.title from product_variant v join product p on p.id = v.product_id where v.sku = $1`,
        [sku]
      )
      await remove(variant!)
      await store.sandbox.control.pay(shopper.gatewaySessionId)
      expect(await inState(store, shopper, ["refunded"])).toMatchObject({
        reason: "order_impossible",
        order_id: null,
      })
      expect(refundsAt(shopper)).toEqual({ calls: 1, refunded: true })
      expect(await triesOf(shopper)).toEqual([
        {
          details: {
            message: expect.stringContaining(
              `No longer in the catalogue: ${variant!.title}`
            ),
          },
        },
      ])
    }
  )
})

describe("the tries", () => {
  it("are not used up by the shopper's own page, which looks every two seconds", async () => {
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    const heal = await breakTable(store, "payment", "57P01")
    const { redirectUrl } = await store.sandbox.control.pay(
      shopper.gatewaySessionId
    )
    await eventually(
      () => triesOf(shopper),
      ({ length }) => length > 0
    )
    const tried = await attemptsOf(shopper)
    for (let look = 0; look < 12; look++) {
      await store.sql(
        `update bpc_session set next_check_at = now() + interval '1 minute' where gateway_session_id = $1`,
        [shopper.gatewaySessionId]
      )
      const page = await shopper.visit(redirectUrl!)
      expect(page.status).toBe(200)
    }
    expect(await attemptsOf(shopper)).toBe(tried)
    expect(await triesOf(shopper)).toHaveLength(tried)
    await heal()
    await nextTryIsDue(store)
    await settled(store, shopper)
  })

  it("last for twenty minutes of pauses; then the money goes back, once", async () => {
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    const heal = await breakTable(store, "payment", "53300")
    await store.sandbox.control.pay(shopper.gatewaySessionId)
    let waited = 0
    for (let tries = 1; tries < 8; tries++) {
      await eventually(
        () => attemptsOf(shopper),
        (attempts) => attempts === tries
      )
      expect((await ledgerOf(store, shopper)).state).toBe("paid")
      const [row] = await store.sql<{ pause: number }>(
        `select extract(epoch from next_check_at - updated_at)::float as pause from bpc_session where gateway_session_id = $1`,
        [shopper.gatewaySessionId]
      )
      waited += row!.pause
      await nextTryIsDue(store)
    }
    expect(waited).toBeGreaterThan(15 * 60)
    expect(await inState(store, shopper, ["refunded"])).toMatchObject({
      reason: "no_order_after_retries",
    })
    expect(refundsAt(shopper)).toEqual({ calls: 1, refunded: true })
    await heal()
  })
})

async function attemptsOf(shopper: Shopper): Promise<number> {
  const [row] = await store.sql<{ attempts: number }>(
    `select attempts from bpc_session where gateway_session_id = $1`,
    [shopper.gatewaySessionId]
  )
  return row!.attempts
}
