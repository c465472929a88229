import {
  type ILockingModule,
  type IPaymentModuleService,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  expectPromiseKept,
  inState,
  ledgerOf,
  ordersOf,
  pageOf,
  settled,
} from "../support/books"
import { Clerk } from "../support/clerk"
import { ok, raiseTotal } from "../support/owing-orders"
import { Shopper, eventually } from "../support/shopper"
import { type Store, startStore } from "../support/store"

/* What becomes of a hold, and of an order's books, when Medusa fails half-way or a change of the order is open. */

jest.setTimeout(180_000)

let store: Store
let clerk: Clerk

beforeAll(async () => {
  store = await startStore({ environment: { BPC_CAPTURE_METHOD: "manual" } })
  clerk = await Clerk.logIn(store)
})
beforeEach(() => store.sandbox.control.reset())
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())

async function heldSale(quantity = 1) {
  const shopper = new Shopper(store)
  await shopper.startCheckout("MUG-EMBER", quantity)
  await store.sandbox.control.pay(shopper.gatewaySessionId)
  const { order_id } = await settled(store, shopper)
  const { id } = await clerk.payment(order_id!)
  return { shopper, orderId: order_id!, paymentId: id }
}

const beginEdit = (orderId: string) =>
  ok(clerk.call("POST", "/admin/order-edits", { order_id: orderId }))

/** Medusa's workflow ends with an error after the payment was authorised, as a database that hiccups or a store's hook may have it. */
function failAfterAuthorisation(): () => void {
  const locking = store.container.resolve<ILockingModule>(Modules.LOCKING)
  const payments = store.container.resolve<IPaymentModuleService>(
    Modules.PAYMENT
  )
  const release = locking.release.bind(locking)
  const authorize = payments.authorizePaymentSession.bind(payments)
  let authorized = false
  Object.assign(payments, {
    authorizePaymentSession: async (...input: Parameters<typeof authorize>) => {
      const payment = await authorize(...input)
      authorized = true
      return payment
    },
  })
  Object.assign(locking, {
    release: async (...input: Parameters<typeof release>) => {
      if (authorized) {
        authorized = false
        throw new Error("connection reset")
      }
      return release(...input)
    },
  })
  return () => {
    Object.assign(payments, { authorizePaymentSession: authorize })
    Object.assign(locking, { release })
  }
}

it("sells once for a hold that a failed completion left: Medusa's roll-back releases nothing, and a second completion is asked anew", async () => {
  store.sandbox.control.setFaults({ webhooks: { drop: true } })
  const shopper = new Shopper(store)
  await shopper.startCheckout()
  await store.sandbox.control.pay(shopper.gatewaySessionId)
  const mend = failAfterAuthorisation()
  const first = await shopper.complete()
  mend()
  expect(first.body.type).not.toBe("order")
  expect(pageOf(store, shopper).capturable).toBe(pageOf(store, shopper).amount)
  await store.container.resolve<ILockingModule>(Modules.LOCKING).releaseAll()

  await shopper.complete()
  const { order_id } = await settled(store, shopper)
  expect(await ordersOf(store, shopper)).toEqual([
    { order_id, paid: 0, refunded: 0 },
  ])
  await inState(store, shopper, ["authorized"])
  expect(pageOf(store, shopper).capturable).toBe(pageOf(store, shopper).amount)
})

it("refuses to cancel an order while a change of it is open, before its hold is released", async () => {
  const { shopper, orderId } = await heldSale()
  await beginEdit(orderId)
  const answer = await clerk.cancelOrder(orderId)
  expect(answer.status).toBe(400)
  expect(answer.body.message).toMatch(/an edit .* Nothing was sent/)
  expect(pageOf(store, shopper).capturable).toBe(pageOf(store, shopper).amount)

  await clerk.call("DELETE", `/admin/order-edits/${orderId}`)
  expect((await clerk.cancelOrder(orderId)).status).toBe(200)
  await eventually(
    async () => pageOf(store, shopper).capturable,
    (capturable) => capturable === 0
  )
})

it("credits a refund of the portal once: what the order comes to owe later is owed", async () => {
  const { shopper, orderId, paymentId } = await heldSale(2)
  expect((await clerk.capture(paymentId)).status).toBe(200)
  await beginEdit(orderId)
  const { order } = await ok(
    clerk.call<{ order: { items: { id: string }[] } }>(
      "GET",
      `/admin/orders/${orderId}?fields=*items`
    )
  )
  await ok(
    clerk.call(
      "POST",
      `/admin/order-edits/${orderId}/items/item/${order.items[0]!.id}`,
      { quantity: 1 }
    )
  )
  await store.sandbox.control.portalRefund(shopper.gatewaySessionId, 2200)
  await eventually(
    () => clerk.payment(orderId),
    ({ refunds }) => refunds.length === 1,
    40_000
  )
  await ok(clerk.call("POST", `/admin/order-edits/${orderId}/request`, {}))
  await ok(clerk.call("POST", `/admin/order-edits/${orderId}/confirm`, {}))
  await eventually(
    () => store.sql(`select id from bpc_operation where credit_open`),
    ({ length }) => length === 0,
    30_000
  )
  expect((await clerk.order(orderId)).summary.pending_difference).toBe(0)

  await raiseTotal(store, clerk, orderId)
  const { body } = await clerk.call<{ outstanding: { amount: number } }>(
    "GET",
    `/admin/bpc/payment-links?order_id=${orderId}`
  )
  expect(body.outstanding.amount).toBe(2200)
  expect((await clerk.order(orderId)).summary.pending_difference).toBe(22)
})

it.each(["clerk", "portal"])(
  "goes on with what is held when all that was captured so far went back, by the %s",
  async (by) => {
    store.sandbox.control.setFaults({ partialCapture: "keeps_rest" })
    const { shopper, orderId, paymentId } = await heldSale()
    const { amount } = pageOf(store, shopper)
    expect((await clerk.capture(paymentId, 10)).status).toBe(200)
    if (by === "clerk") {
      expect((await clerk.refund(paymentId, 10)).status).toBe(200)
    } else {
      await store.sandbox.control.portalRefund(shopper.gatewaySessionId, 1000)
    }
    await eventually(
      () => clerk.payment(orderId),
      ({ refunds }) => refunds.length === 1
    )
    const { body } = await clerk.call<{ outstanding: { amount: number } }>(
      "GET",
      `/admin/bpc/payment-links?order_id=${orderId}`
    )
    expect(body.outstanding.amount).toBe(0)

    await store.sandbox.control.portalCapture(shopper.gatewaySessionId)
    await inState(store, shopper, ["paid"])
    expect(pageOf(store, shopper)).toMatchObject({
      captured: amount,
      refunded: 1000,
    })
    const { captures, refunds } = await clerk.payment(orderId)
    const sum = (rows: { amount: number }[]) =>
      Math.round(rows.reduce((total, one) => total + one.amount, 0) * 100)
    expect({ captured: sum(captures), refunded: sum(refunds) }).toEqual({
      captured: amount,
      refunded: 1000,
    })
  }
)

it("tells a person of what is still held for a canceled order, of which a part was captured and went back", async () => {
  store.sandbox.control.setFaults({ partialCapture: "keeps_rest" })
  const { shopper, orderId, paymentId } = await heldSale()
  const { amount } = pageOf(store, shopper)
  expect((await clerk.capture(paymentId, 10)).status).toBe(200)
  expect((await clerk.cancelOrder(orderId)).status).toBe(200)
  const { id } = await ledgerOf(store, shopper)
  await ok(clerk.call("POST", `/admin/bpc/sessions/${id}/check`, {}))
  expect(pageOf(store, shopper)).toMatchObject({
    captured: 1000,
    refunded: 1000,
    capturable: amount - 1000,
  })
  await eventually(
    () =>
      store.sql<{ reason: string | null; notified: boolean }>(
        `select reason, notified_at is not null as notified from bpc_session where id = $1`,
        [id]
      ),
    ([row]) => row?.reason === "order_canceled" && row.notified,
    30_000
  )
  const answer = await clerk.call<{ message: string }>(
    "POST",
    `/admin/bpc/sessions/${id}/resolve`,
    { action: "refund", note: "back" }
  )
  expect(answer).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining("still reserved") },
  })

  // Whatever becomes of the rest, the notice goes with it.
  await store.sandbox.control.portalCapture(shopper.gatewaySessionId)
  expect(await inState(store, shopper, ["refunded"])).toMatchObject({
    reason: null,
  })
  expect(pageOf(store, shopper)).toMatchObject({
    captured: amount,
    refunded: amount,
  })
})
