import { type ICartModuleService } from "@medusajs/framework/types"
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
import { Shopper, eventually } from "../support/shopper"
import { type Store, startStore } from "../support/store"

jest.setTimeout(300_000)

let store: Store
let clerk: Clerk

beforeAll(async () => {
  store = await startStore({ environment: { BPC_CAPTURE_METHOD: "manual" } })
  clerk = await Clerk.logIn(store)
})
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())
beforeEach(() => {
  store.sandbox.control.reset()
  store.sandbox.control.setFaults({ partialCapture: "keeps_rest" })
})

async function authorizedOrder(): Promise<{
  shopper: Shopper
  orderId: string
  paymentId: string
}> {
  const shopper = new Shopper(store)
  await shopper.startCheckout()
  await store.sandbox.control.pay(shopper.gatewaySessionId)
  const { order_id } = await settled(store, shopper)
  const { id } = await clerk.payment(order_id!)
  return { shopper, orderId: order_id!, paymentId: id }
}

describe("a shop that captures later", () => {
  it("gets an order whose payment is authorised, not captured", async () => {
    const { shopper, orderId } = await authorizedOrder()
    expect(pageOf(store, shopper)).toMatchObject({
      captureMethod: "manual",
      captured: 0,
    })
    expect(await ledgerOf(store, shopper)).toMatchObject({
      state: "authorized",
      captured: "0",
    })
    expect((await shopper.status()).body).toEqual({
      status: "authorized",
      order_id: orderId,
    })
    const order = await clerk.order(orderId)
    expect(order.payment_status).toBe("authorized")
    expect(await ordersOf(store, shopper)).toEqual([
      { order_id: orderId, paid: 0, refunded: 0 },
    ])
  })

  it("captures the amount that the clerk typed, twice, and the webhooks that echo it book nothing", async () => {
    const { shopper, orderId, paymentId } = await authorizedOrder()
    const total = pageOf(store, shopper).amount
    expect((await clerk.capture(paymentId, 4)).status).toBe(200)
    expect(pageOf(store, shopper).captured).toBe(400)
    expect(await ledgerOf(store, shopper)).toMatchObject({
      state: "authorized",
      captured: "400",
    })

    expect((await clerk.capture(paymentId, (total - 400) / 100)).status).toBe(
      200
    )
    expect(pageOf(store, shopper).captured).toBe(total)
    await store.sandbox.control.idle()
    await inState(store, shopper, ["paid"])
    const payment = await clerk.payment(orderId)
    expect(
      payment.captures.map(({ amount }) => Math.round(amount * 100)).sort()
    ).toEqual([400, total - 400].sort())
    expect(
      store.sandbox.control
        .requests()
        .filter(({ operation }) => operation === "capturePayment")
    ).toHaveLength(2)
  })

  it("captures once when the gateway carried it out but did not answer", async () => {
    const { shopper, paymentId } = await authorizedOrder()
    store.sandbox.control.setFaults({
      api: [
        { operation: "capturePayment", kind: "status_after_commit", times: 1 },
      ],
    })
    expect((await clerk.capture(paymentId, 4)).status).toBe(200)
    expect(pageOf(store, shopper).captured).toBe(400)
  })

  it.each(["keeps_rest", "releases_rest"] as const)(
    "books the part that the portal captured before there was an order (%s), not all of it",
    async (partialCapture) => {
      store.sandbox.control.setFaults({
        partialCapture,
        webhooks: { drop: true },
      })
      const shopper = new Shopper(store)
      await shopper.startCheckout()
      await store.sandbox.control.pay(shopper.gatewaySessionId)
      await store.sandbox.control.portalCapture(shopper.gatewaySessionId, 400)
      const { order } = (await shopper.complete()).body
      store.sandbox.control.setFaults({ webhooks: { drop: false } })
      const { id } = await ledgerOf(store, shopper)
      await clerk.call("POST", `/admin/bpc/sessions/${id}/check`, {})

      const books = await eventually(
        () => ordersOf(store, shopper),
        ([one]) => (one?.paid ?? 0) > 0
      )
      expect(books).toEqual([{ order_id: order?.id, paid: 4, refunded: 0 }])
    }
  )

  it("holds what was captured in part and no order can take, until nothing of it is reserved any more", async () => {
    store.sandbox.control.setFaults({ webhooks: { drop: true } })
    const shopper = new Shopper(store)
    const { total } = await shopper.fillCart()
    await shopper.choosePayment()
    const page = shopper.gatewaySessionId
    await store.sandbox.control.pay(page)
    await store.sandbox.control.portalCapture(page, 400)
    await store.container
      .resolve<ICartModuleService>(Modules.CART)
      .softDeleteCarts([shopper.cart!.id])
    const { id } = await ledgerOf(store, shopper)
    const check = () =>
      clerk.call("POST", `/admin/bpc/sessions/${id}/check`, {})
    await check()
    expect(await ledgerOf(store, shopper)).toMatchObject({
      state: "held",
      reason: "cart_gone",
    })

    const refund = await clerk.call<{ message: string }>(
      "POST",
      `/admin/bpc/sessions/${id}/resolve`,
      { action: "refund", note: "Cart is gone" }
    )
    expect(refund).toMatchObject({ status: 400 })
    expect(refund.body.message).toContain(
      "4.00 EUR that had been captured went back"
    )
    expect(pageOf(store, shopper)).toMatchObject({
      captured: 400,
      refunded: 400,
    })
    await check()
    expect((await ledgerOf(store, shopper)).state).toBe("held")

    await store.sandbox.control.portalCapture(page)
    await store.sandbox.control.portalRefund(page)
    await check()
    expect(await ledgerOf(store, shopper)).toMatchObject({
      state: "refunded",
      captured: String(total * 100),
    })
  })

  it("is told clearly when a hold that lapsed at the gateway cannot be captured any more", async () => {
    const { shopper, paymentId } = await authorizedOrder()
    store.sandbox.control.setFaults({ webhooks: { drop: true } })
    await store.sandbox.control.portalVoid(shopper.gatewaySessionId)
    const answer = await clerk.capture(paymentId)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.body.message).toMatch(
      /capture.*(released|canceled|cancelled)/i
    )
    expect(pageOf(store, shopper)).toMatchObject({ captured: 0 })
    const { id } = await ledgerOf(store, shopper)
    await clerk.call("POST", `/admin/bpc/sessions/${id}/check`, {})
    await inState(store, shopper, ["canceled"])
  })

  it("releases the hold when the order is cancelled", async () => {
    const { shopper, orderId } = await authorizedOrder()
    expect((await clerk.cancelOrder(orderId)).status).toBe(200)
    expect(pageOf(store, shopper)).toMatchObject({ captured: 0, capturable: 0 })
    expect(await inState(store, shopper, ["canceled"])).toMatchObject({
      captured: "0",
    })
  })

  it("releases the hold by itself when the gateway failed as the order was cancelled", async () => {
    const { shopper, orderId } = await authorizedOrder()
    store.sandbox.control.setFaults({
      api: [
        { operation: "cancelPayment", kind: "status", status: 400, times: 1 },
      ],
    })
    expect((await clerk.cancelOrder(orderId)).status).toBe(200)
    expect(pageOf(store, shopper).capturable).toBeGreaterThan(0)
    await inState(store, shopper, ["canceled"])
    expect(pageOf(store, shopper)).toMatchObject({ captured: 0, capturable: 0 })
  })

  it("knows of a release that was never answered once the cancelling finds it done", async () => {
    const { shopper, orderId, paymentId } = await authorizedOrder()
    store.sandbox.control.setFaults({
      webhooks: { drop: true },
      api: [
        { operation: "cancelPayment", kind: "status_after_commit", times: 1 },
        { operation: "readSession", kind: "status", status: 503, skip: 1 },
      ],
    })
    await expect(
      store.container.resolve(Modules.PAYMENT).cancelPayment(paymentId)
    ).rejects.toThrow()
    const { id } = await ledgerOf(store, shopper)
    const releases = () =>
      store.sql(
        `select state from bpc_operation where session_id = $1 and kind = 'void'`,
        [id]
      )
    expect(await releases()).toEqual([{ state: "unknown" }])

    store.sandbox.control.setFaults({ api: [] })
    expect((await clerk.cancelOrder(orderId)).status).toBe(200)
    await inState(store, shopper, ["canceled"])
    expect(await releases()).toEqual([{ state: "done" }])
  })

  it("needs nobody any more once a hold whose amounts differed was released in the portal", async () => {
    const { shopper } = await authorizedOrder()
    const { id } = await ledgerOf(store, shopper)
    await store.sql(
      `update bpc_session set reason = 'amount_mismatch' where id = $1`,
      [id]
    )
    await store.sandbox.control.portalVoid(shopper.gatewaySessionId)
    expect(await inState(store, shopper, ["canceled"])).toMatchObject({
      reason: null,
    })
  })

  it("gives back by itself what was captured in the moment in which the order was cancelled", async () => {
    const { shopper, orderId, paymentId } = await authorizedOrder()
    const total = shopper.cart!.total
    const [captured, canceled] = await Promise.all([
      clerk.capture(paymentId),
      clerk.cancelOrder(orderId),
    ])
    expect([200, 400, 500]).toContain(captured.status)
    expect(canceled.status).toBe(200)
    const { state } = await inState(store, shopper, ["canceled", "refunded"])
    expect(pageOf(store, shopper)).toMatchObject({
      capturable: 0,
      ...(state === "refunded"
        ? { captured: total * 100, refunded: total * 100 }
        : { captured: 0 }),
    })
  })

  it("never voids a payment that was captured", async () => {
    const { shopper, paymentId } = await authorizedOrder()
    await clerk.capture(paymentId)
    const provider = await store.bpc
      .cancel(shopper.gatewaySessionId)
      .catch((error: unknown) => error)
    expect(provider).toMatchObject({ kind: "configuration" })
    expect(pageOf(store, shopper).captured).toBe(pageOf(store, shopper).amount)
  })

  it("treats a completed session whose payment cannot be read as authorised, never as captured", async () => {
    store.sandbox.control.setFaults({ paymentLink: "none" })
    const { shopper } = await authorizedOrder()
    expect((await ledgerOf(store, shopper)).state).toBe("authorized")
    expect(await ordersOf(store, shopper)).toEqual([
      expect.objectContaining({ paid: 0 }),
    ])
  })

  it("is warned of an authorisation before the bank may release it", async () => {
    const { shopper } = await authorizedOrder()
    const codes = async () =>
      (
        await clerk.call<{ problems: { code: string }[] }>(
          "GET",
          "/admin/bpc/health"
        )
      ).body.problems.map(({ code }) => code)
    expect(await codes()).not.toContain("old_authorizations")
    await store.sql(
      `update bpc_session set created_at = now() - interval '7 days' where gateway_session_id = $1`,
      [shopper.gatewaySessionId]
    )
    expect(await codes()).toContain("old_authorizations")
  })
})
