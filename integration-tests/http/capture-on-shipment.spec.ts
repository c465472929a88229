import {
  expectPromiseKept,
  inState,
  ledgerOf,
  pageOf,
  settled,
} from "../support/books"
import { Clerk } from "../support/clerk"
import { Shopper, eventually } from "../support/shopper"
import { type Store, startStore } from "../support/store"
import { raiseTotal, makeLink } from "../support/owing-orders"
import { OrderChanges } from "../support/order-changes"
import { Warehouse } from "../support/warehouse"

jest.setTimeout(300_000)

let store: Store
let clerk: Clerk
let warehouse: Warehouse

beforeAll(async () => {
  store = await startStore({ environment: { BPC_CAPTURE_METHOD: "manual" } })
  clerk = await Clerk.logIn(store)
  warehouse = new Warehouse(clerk)
})
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())
beforeEach(async () => {
  store.sandbox.control.reset()
  store.sandbox.control.setFaults({ partialCapture: "keeps_rest" })
  await choose("whole")
})

async function choose(setting: string): Promise<void> {
  const { status } = await clerk.call("POST", "/admin/bpc/settings", {
    capture_on_shipment: setting,
  })
  expect(status).toBe(200)
}

type Held = { shopper: Shopper; orderId: string; paymentId: string }

/** Two mugs of 22.00 and shipping of 4.90: 48.90, held. */
async function heldOrder(quantity = 2): Promise<Held> {
  const shopper = new Shopper(store)
  await shopper.startCheckout("MUG-EMBER", quantity)
  await store.sandbox.control.pay(shopper.gatewaySessionId)
  const { order_id } = await settled(store, shopper)
  const { id } = await clerk.payment(order_id!)
  return { shopper, orderId: order_id!, paymentId: id }
}

/** The outstanding amount, held on another card. */
async function paidByLink(orderId: string): Promise<{ page: string }> {
  const { url } = await makeLink(clerk, orderId)
  const opened = await fetch(url!, { redirect: "manual" })
  const mdOrder = new URL(opened.headers.get("location")!).searchParams.get(
    "mdOrder"
  )
  const page = store.sandbox.control.getSession(mdOrder!)
  await store.sandbox.control.pay(page.id)
  return { page: page.id }
}

function capturedIs(shopper: Shopper, minor: number) {
  return eventually(
    () => Promise.resolve(pageOf(store, shopper).captured),
    (captured) => captured === minor,
    60_000
  )
}

type Remembered = {
  parcels: number
  problem: string | null
  amount: string | null
  attempts: number
  next_attempt_at: Date | null
  notified_at: Date | null
}

async function remembered(orderId: string): Promise<Remembered | undefined> {
  const [row] = await store.sql<Remembered>(
    `select * from bpc_shipped_order where order_id = $1`,
    [orderId]
  )
  return row
}

/** Waits for something to be remembered of an order, without the pauses between its tries. */
function hurried(
  orderId: string,
  good: (row: Remembered | undefined) => boolean
) {
  return eventually(
    async () => {
      await store.sql(
        `update bpc_shipped_order set next_attempt_at = now() where order_id = $1 and next_attempt_at > now() and problem is not null`,
        [orderId]
      )
      return remembered(orderId)
    },
    good,
    60_000
  )
}

/** Waits until nothing is left to do for the parcels of an order. */
function done(orderId: string, parcels: number) {
  return hurried(
    orderId,
    (row) =>
      row?.parcels === parcels &&
      row.problem === null &&
      row.next_attempt_at === null
  )
}

/** Waits for a try that came to a problem. */
function inTrouble(orderId: string, problem: "uncaptured" | "unpaid") {
  return eventually(
    () => remembered(orderId),
    (row) => row?.problem === problem && row.amount !== null,
    60_000
  )
}

/** As if so many minutes had passed until a person is told about an order. */
async function later(orderId: string, minutes: number): Promise<void> {
  await store.sql(
    `update bpc_shipped_order set notify_at = notify_at - make_interval(mins => $2) where order_id = $1`,
    [orderId, minutes]
  )
}

async function bell(orderId: string): Promise<string[]> {
  const { number } = (await store.bpc.queries.shippedOrder(orderId))!
  const rows = await store.sql<{ text: string }>(
    `select data ->> 'title' || ': ' || (data ->> 'description') as text from notification
     where channel = 'feed' and data ->> 'description' like $1`,
    [`Order #${number}:%`]
  )
  return rows.map(({ text }) => text)
}

async function problemCodes(): Promise<string[]> {
  const { body } = await clerk.call<{ problems: { code: string }[] }>(
    "GET",
    "/admin/bpc/health"
  )
  return body.problems.map(({ code }) => code)
}

function captureCalls(): number {
  return store.sandbox.control
    .requests()
    .filter(({ operation }) => operation === "capturePayment").length
}

describe("capture when it ships", () => {
  it("captures nothing before something leaves, nor for a parcel whose packing was undone", async () => {
    const { shopper, orderId } = await heldOrder()
    const fulfillment = await warehouse.pack(orderId)
    await warehouse.unpack(orderId, fulfillment)
    expect(await remembered(orderId)).toBeUndefined()
    await warehouse.ship(orderId)
    await capturedIs(shopper, 4890)
    expect(captureCalls()).toBe(1)
  })

  it("captures all of it with the first parcel, if the shop chose whole, and nothing with the second", async () => {
    const { shopper, orderId } = await heldOrder()
    await warehouse.ship(orderId, 1)
    await capturedIs(shopper, 4890)
    await done(orderId, 1)
    await warehouse.ship(orderId)
    await done(orderId, 2)
    expect(captureCalls()).toBe(1)
    const order = await clerk.order(orderId)
    expect(order).toMatchObject({
      payment_status: "captured",
      summary: { paid_total: 48.9, pending_difference: 0 },
    })
  })

  it("captures each parcel's own items, the shipping with the first, if the shop chose parcel", async () => {
    await choose("parcel")
    const { shopper, orderId } = await heldOrder()
    await warehouse.ship(orderId, 1)
    await capturedIs(shopper, 2690)
    await done(orderId, 1)
    await warehouse.ship(orderId)
    await capturedIs(shopper, 4890)
    await done(orderId, 2)
    expect(captureCalls()).toBe(2)
    const order = await clerk.order(orderId)
    expect(order).toMatchObject({
      payment_status: "captured",
      summary: { paid_total: 48.9, pending_difference: 0 },
    })
    await inState(store, shopper, ["paid"])
  })

  it.each(["eur", "jpy"] as const)(
    "captures a discount's fractions to the smallest unit, in %s",
    async (market) => {
      await choose("parcel")
      const { shopper, orderId } = await discountedOrder(market)
      const { amount } = pageOf(store, shopper)
      await warehouse.ship(orderId, 1)
      const first = await eventually(
        () => Promise.resolve(pageOf(store, shopper).captured),
        (captured) => captured > 0
      )
      await done(orderId, 1)
      const { total, shipping_total } = await totalsOf(orderId)
      const due = (total - shipping_total) / 2 + shipping_total
      expect(first).toBe(Math.round(due * (market === "eur" ? 100 : 1)))
      await warehouse.ship(orderId)
      await capturedIs(shopper, amount)
      await done(orderId, 2)
      const { summary } = await clerk.order(orderId)
      expect(summary.paid_total).toBeCloseTo(total, 6)
      expect(summary.pending_difference).toBeCloseTo(0, 6)
      await inState(store, shopper, ["paid"])
    }
  )

  it("captures what left and no more, when a parcel is marked as delivered later", async () => {
    await choose("parcel")
    const { shopper, orderId } = await heldOrder()
    const fulfillment = await warehouse.ship(orderId, 1)
    await capturedIs(shopper, 2690)
    const { status } = await clerk.call(
      "POST",
      `/admin/orders/${orderId}/fulfillments/${fulfillment}/mark-as-delivered`,
      {}
    )
    expect(status).toBe(200)
    await eventually(
      () =>
        store.sql<{ news: number }>(
          `select news from bpc_shipped_order where order_id = $1`,
          [orderId]
        ),
      ([row]) => row?.news === 2
    )
    await done(orderId, 1)
    expect(pageOf(store, shopper).captured).toBe(2690)
  })

  it.each(["whole", "parcel"])(
    "takes a pick-up for a parcel (%s)",
    async (setting) => {
      await choose(setting)
      const { shopper, orderId } = await heldOrder()
      await warehouse.handOver(orderId, 1)
      await capturedIs(shopper, setting === "whole" ? 4890 : 2690)
      await warehouse.handOver(orderId)
      await capturedIs(shopper, 4890)
      await done(orderId, 2)
    }
  )

  it("captures the rest of what a clerk captured a part of", async () => {
    const { shopper, orderId, paymentId } = await heldOrder()
    expect((await clerk.capture(paymentId, 10)).status).toBe(200)
    await warehouse.ship(orderId)
    await capturedIs(shopper, 4890)
    await done(orderId, 1)
    expect((await clerk.order(orderId)).summary).toMatchObject({
      paid_total: 48.9,
      pending_difference: 0,
    })
  })

  it("never captures more than an order that was edited down owes, although releasing its hold had failed", async () => {
    const { shopper, orderId } = await heldOrder()
    store.sandbox.control.setFaults({
      partialCapture: "keeps_rest",
      api: [
        { operation: "cancelPayment", kind: "status", status: 503, times: 5 },
      ],
    })
    await editDown(orderId)
    await warehouse.ship(orderId)
    await hurried(
      orderId,
      (row) =>
        row?.parcels === 1 &&
        (row.problem === "unpaid" || row.next_attempt_at === null)
    )
    const { captured, refunded } = pageOf(store, shopper)
    const row = await remembered(orderId)
    // The hold may have been released by now, by whoever tries that again; then nothing is left to capture.
    expect({
      captured: captured - refunded,
      unpaid: row?.amount ?? null,
    }).toEqual(
      captured > 0
        ? { captured: 2690, unpaid: null }
        : { captured: 0, unpaid: "2690" }
    )
  })

  it("captures by the job what the gateway failed at once, and nobody need be told", async () => {
    const { shopper, orderId } = await heldOrder()
    store.sandbox.control.setFaults({
      api: [
        { operation: "capturePayment", kind: "status", status: 503, times: 1 },
      ],
    })
    await warehouse.ship(orderId)
    expect(await inTrouble(orderId, "uncaptured")).toMatchObject({
      amount: "4890",
      notified_at: null,
    })
    expect(pageOf(store, shopper).captured).toBe(0)
    await done(orderId, 1)
    expect(pageOf(store, shopper).captured).toBe(4890)
    expect(await bell(orderId)).toEqual([])
    expect((await ledgerOf(store, shopper)).reason).toBeNull()
    expect(await problemCodes()).not.toContain("shipped_uncaptured")
  })

  it("tells a person within the hour what cannot be captured, once, and takes it back when it is solved", async () => {
    const { shopper, orderId, paymentId } = await heldOrder()
    store.sandbox.control.setFaults({
      api: [{ operation: "capturePayment", kind: "status", status: 503 }],
    })
    await warehouse.ship(orderId)
    await inTrouble(orderId, "uncaptured")
    const [due] = await store.sql<{ minutes: number }>(
      `select extract(epoch from notify_at - now())::float / 60 as minutes from bpc_shipped_order where order_id = $1`,
      [orderId]
    )
    expect(due?.minutes).toBeLessThan(60)
    expect(await bell(orderId)).toEqual([])

    await later(orderId, 60)
    const told = await eventually(
      () => bell(orderId),
      (messages) => messages.length > 0
    )
    expect(told[0]).toMatch(/^A shipped order is not captured.*48\.90 EUR/)
    await eventually(
      () => ledgerOf(store, shopper),
      ({ reason }) => reason === "shipped_uncaptured"
    )
    expect(await problemCodes()).toContain("shipped_uncaptured")
    // A look at the gateway in between, where the books agree, takes nothing back.
    const { id } = await ledgerOf(store, shopper)
    await clerk.call("POST", `/admin/bpc/sessions/${id}/check`, {})
    expect((await ledgerOf(store, shopper)).reason).toBe("shipped_uncaptured")
    const tried = (await remembered(orderId))!.attempts
    await hurried(orderId, (row) => (row?.attempts ?? 0) > tried)
    expect(await bell(orderId)).toHaveLength(1)

    store.sandbox.control.setFaults({ api: [] })
    expect((await clerk.capture(paymentId)).status).toBe(200)
    await done(orderId, 1)
    expect((await ledgerOf(store, shopper)).reason).toBeNull()
    expect(await problemCodes()).not.toContain("shipped_uncaptured")
    expect(await bell(orderId)).toHaveLength(1)
    expect(pageOf(store, shopper).captured).toBe(4890)
  })

  it("tells a person that an order left with nothing held or paid, and no more once it is paid", async () => {
    const { shopper, orderId } = await heldOrder()
    await store.sandbox.control.portalVoid(shopper.gatewaySessionId)
    await inState(store, shopper, ["canceled"])
    await warehouse.ship(orderId)
    expect(await inTrouble(orderId, "unpaid")).toMatchObject({
      amount: "4890",
      notified_at: null,
    })
    await later(orderId, 5)
    const told = await eventually(
      () => bell(orderId),
      (messages) => messages.length > 0
    )
    expect(told[0]).toMatch(/^A shipped order is not paid.*48\.90 EUR/)
    expect(await problemCodes()).toContain("shipped_unpaid")

    await markAsPaid(orderId)
    await done(orderId, 1)
    expect(await problemCodes()).not.toContain("shipped_unpaid")
    expect(await bell(orderId)).toHaveLength(1)
  })

  it("says at the payment and at once what a hold that lapsed means: it left unpaid", async () => {
    const { shopper, orderId } = await heldOrder()
    store.sandbox.control.setFaults({ webhooks: { drop: true } })
    await store.sandbox.control.portalVoid(shopper.gatewaySessionId)
    await warehouse.ship(orderId)
    await inState(store, shopper, ["canceled"])
    expect(
      await hurried(orderId, (row) => row?.problem === "unpaid")
    ).toMatchObject({ amount: "4890" })
    expect(captureCalls()).toBe(0)
  })

  it("captures a hold that comes by payment link once all of it has left", async () => {
    const { orderId } = await heldOrder()
    await warehouse.ship(orderId)
    await done(orderId, 1)
    await raiseTotal(store, clerk, orderId)
    const { page } = await paidByLink(orderId)
    await eventually(
      () => Promise.resolve(store.sandbox.control.getSession(page)),
      ({ captured, amount }) => captured === amount
    )
    await eventually(
      () => clerk.order(orderId),
      ({ summary }) => summary.pending_difference === 0
    )
  })

  it("looks again at an order that is excused by goods on their way back, which may never come", async () => {
    const { shopper, orderId } = await heldOrder(1)
    await warehouse.ship(orderId)
    await capturedIs(shopper, 2690)
    await done(orderId, 1)
    await raiseTotal(store, clerk, orderId)
    const order = new OrderChanges(store, clerk, orderId)
    await warehouse.ship(orderId)
    await inTrouble(orderId, "unpaid")

    await order.requestReturn("MUG-CHALK")
    const excused = await hurried(
      orderId,
      (row) => row?.problem === null && row.next_attempt_at !== null
    )
    expect(excused).toMatchObject({ parcels: 2, notified_at: null })
    await order.cancelReturn()
    await store.sql(
      `update bpc_shipped_order set next_attempt_at = now() where order_id = $1`,
      [orderId]
    )
    expect(await inTrouble(orderId, "unpaid")).toMatchObject({ amount: "2200" })
  })

  it("finds a parcel that left without anybody hearing of it", async () => {
    const { shopper, orderId } = await heldOrder()
    const fulfillment = await warehouse.pack(orderId)
    await store.sql(`update fulfillment set shipped_at = now() where id = $1`, [
      fulfillment,
    ])
    expect(await store.bpc.queries.shippedOrders.sweep()).toBe(1)
    await capturedIs(shopper, 4890)
    await done(orderId, 1)
    expect(await store.bpc.queries.shippedOrders.sweep()).toBe(0)
  })

  it("leaves alone what had left before the shop chose to capture so, and all of it while it is off", async () => {
    await choose("off")
    const before = await heldOrder()
    await warehouse.ship(before.orderId)
    await choose("whole")
    const { shopper, orderId } = await heldOrder()
    await warehouse.ship(orderId)
    await capturedIs(shopper, 4890)
    await store.bpc.queries.shippedOrders.sweep()
    expect(await remembered(before.orderId)).toBeUndefined()
    expect(pageOf(store, before.shopper).captured).toBe(0)
  })

  it("stops trying when the shop switches it off", async () => {
    const { shopper, orderId } = await heldOrder()
    store.sandbox.control.setFaults({
      api: [{ operation: "capturePayment", kind: "status", status: 503 }],
    })
    await warehouse.ship(orderId)
    await inTrouble(orderId, "uncaptured")
    await choose("off")
    store.sandbox.control.setFaults({ api: [] })
    await done(orderId, 1)
    expect(pageOf(store, shopper).captured).toBe(0)
  })

  it("asks a person to choose whole, where the gateway releases the rest after the first parcel, until it keeps it", async () => {
    await choose("parcel")
    store.sandbox.control.setFaults({ partialCapture: "releases_rest" })
    const first = await heldOrder()
    await warehouse.ship(first.orderId, 1)
    await capturedIs(first.shopper, 2690)
    await eventually(problemCodes, (codes) =>
      codes.includes("parcel_rest_released")
    )
    expect(await accountsThatReleaseTheRest()).toHaveLength(1)
    await warehouse.ship(first.orderId)
    await hurried(
      first.orderId,
      (row) => row?.problem === "unpaid" && row.amount === "2200"
    )
    await choose("whole")
    expect(await problemCodes()).not.toContain("parcel_rest_released")

    await choose("parcel")
    store.sandbox.control.setFaults({ partialCapture: "keeps_rest" })
    const second = await heldOrder()
    await warehouse.ship(second.orderId, 1)
    await capturedIs(second.shopper, 2690)
    const { id } = await ledgerOf(store, second.shopper)
    await clerk.call("POST", `/admin/bpc/sessions/${id}/check`, {})
    expect(await problemCodes()).not.toContain("parcel_rest_released")
    expect(await accountsThatReleaseTheRest()).toEqual([])
  })

  it("does not stumble over a stored setting that it does not know", async () => {
    await store.sql(
      `update bpc_setting set value = 'true' where key = 'captureOnShipment'`
    )
    store.bpc.configuration.forget()
    const { body } = await clerk.call<{
      settings: { capture_on_shipment: string }
    }>("GET", "/admin/bpc/settings")
    expect(body.settings.capture_on_shipment).toBe("off")
    const { shopper, orderId } = await heldOrder(1)
    await warehouse.ship(orderId)
    expect(pageOf(store, shopper).captured).toBe(0)
  })

  it.each([true, "", "all", null, 1])(
    "takes no other setting than off, whole and parcel: %p",
    async (capture_on_shipment) => {
      const { status, body } = await clerk.call<{ message: string }>(
        "POST",
        "/admin/bpc/settings",
        { capture_on_shipment }
      )
      expect(status).toBe(400)
      expect(body.message).toContain("capture_on_shipment")
    }
  )
})

/** Two mugs with 13.33 % off, held. */
async function discountedOrder(
  market: "eur" | "jpy"
): Promise<{ shopper: Shopper; orderId: string }> {
  const code = `ODD-${market}`
  const made = await clerk.call("POST", "/admin/promotions", {
    code,
    type: "standard",
    status: "active",
    application_method: {
      type: "percentage",
      target_type: "items",
      allocation: "across",
      value: 13.33,
    },
  })
  expect(made.status).toBe(200)
  const shopper = new Shopper(store, market)
  const { id } = await shopper.fillCart("MUG-EMBER", 2)
  await shopper.ok("POST", `/store/carts/${id}/promotions`, {
    promo_codes: [code],
  })
  await shopper.choosePayment()
  await store.sandbox.control.pay(shopper.gatewaySessionId)
  const { order_id } = await settled(store, shopper)
  return { shopper, orderId: order_id! }
}

type Totals = { total: number; shipping_total: number }

async function totalsOf(orderId: string): Promise<Totals> {
  const { body } = await clerk.call<{ order: Totals }>(
    "GET",
    `/admin/orders/${orderId}?fields=total,shipping_total`
  )
  return body.order
}

async function accountsThatReleaseTheRest(): Promise<string[]> {
  const { body } = await clerk.call<{
    meta: { rest_released_by: string[] }
  }>("GET", "/admin/bpc/settings")
  return body.meta.rest_released_by
}

/** One of the two mugs less. */
async function editDown(orderId: string): Promise<void> {
  const call = async (path: string, body: object = {}) => {
    const answer = await clerk.call("POST", `/admin/order-edits${path}`, body)
    expect(answer.status).toBe(200)
  }
  const { body } = await clerk.call<{ order: { items: { id: string }[] } }>(
    "GET",
    `/admin/orders/${orderId}?fields=*items`
  )
  await call("", { order_id: orderId })
  await call(`/${orderId}/items/item/${body.order.items[0]?.id}`, {
    quantity: 1,
  })
  await call(`/${orderId}/request`)
  await call(`/${orderId}/confirm`)
}

/** As the dashboard does for money that came otherwise. */
async function markAsPaid(orderId: string): Promise<void> {
  const made = await clerk.call<{ payment_collection: { id: string } }>(
    "POST",
    "/admin/payment-collections",
    { order_id: orderId, amount: 48.9 }
  )
  expect(made.status).toBe(200)
  const paid = await clerk.call(
    "POST",
    `/admin/payment-collections/${made.body.payment_collection.id}/mark-as-paid`,
    { order_id: orderId }
  )
  expect(paid.status).toBe(200)
}
