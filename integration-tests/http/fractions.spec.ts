import { expectPromiseKept, inState, pageOf } from "../support/books"
import { Clerk } from "../support/clerk"
import {
  discount,
  fractionalOrder,
  less,
  medusaBooks,
} from "../support/fractions"
import { makeLink, ok, phoneOrder } from "../support/owing-orders"
import { Shopper, eventually } from "../support/shopper"
import { type Store, startStore } from "../support/store"

jest.setTimeout(300_000)

/** 13.33 % off: 2,946.78 and 600 for the parcel, of which the gateway can only take whole yen. */
const YEN = { market: "jpy", sku: "MUG-EMBER", percent: 13.33 } as const

let store: Store
let clerk: Clerk

beforeAll(async () => {
  store = await startStore({ environment: { BPC_CAPTURE_METHOD: "manual" } })
  clerk = await Clerk.logIn(store)
  await discount(clerk, YEN.percent)
})
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())
beforeEach(() => {
  store.sandbox.control.reset()
  store.sandbox.control.setFaults({ partialCapture: "keeps_rest" })
})

const check = (id: string) =>
  ok(clerk.call("POST", `/admin/bpc/sessions/${id}/check`, {}))
const dropWebhooks = () =>
  store.sandbox.control.setFaults({ webhooks: { drop: true } })

describe("an order whose total is no whole number of the smallest unit", () => {
  it("is booked as captured with its own amount when the portal captured what the page asked", async () => {
    const { shopper, orderId } = await fractionalOrder(store, clerk, YEN)
    expect(shopper.cart?.total).toBeCloseTo(3546.78)
    expect(pageOf(store, shopper).amount).toBe(3547)
    await store.sandbox.control.portalCapture(shopper.gatewaySessionId)

    expect(await inState(store, shopper, ["paid"])).toMatchObject({
      captured: "3547",
      reason: null,
    })
    const order = await eventually(
      () => clerk.order(orderId),
      ({ summary }) => summary.paid_total > 0
    )
    expect(order.payment_status).toBe("captured")
    expect(order.summary).toMatchObject({
      paid_total: shopper.cart?.total,
      pending_difference: 0,
    })
    const { amount, captures } = await medusaBooks(store, orderId)
    expect(captures).toEqual([amount])
  })

  it("is booked in parts, the last of them with what Medusa has left", async () => {
    const { shopper, orderId } = await fractionalOrder(store, clerk, YEN)
    await store.sandbox.control.portalCapture(shopper.gatewaySessionId, 3546)
    await eventually(
      () => medusaBooks(store, orderId),
      ({ captures }) => captures.length === 1
    )
    await store.sandbox.control.portalCapture(shopper.gatewaySessionId, 1)
    await inState(store, shopper, ["paid"])
    const { amount, captures } = await eventually(
      () => medusaBooks(store, orderId),
      ({ captures }) => captures.length === 2
    )
    expect(captures).toEqual(["3546", less(amount, 3546)])
    expect((await clerk.payment(orderId)).captured_at).not.toBeNull()
  })

  it("leaves nothing at the gateway when it is cancelled after that", async () => {
    const { shopper, orderId, paymentId } = await fractionalOrder(
      store,
      clerk,
      YEN
    )
    expect((await clerk.capture(paymentId)).status).toBe(200)
    expect((await clerk.cancelOrder(orderId)).status).toBe(200)
    await inState(store, shopper, ["refunded"])
    expect(pageOf(store, shopper)).toMatchObject({
      captured: 3547,
      refunded: 3547,
    })
  })

  it("leaves nothing at the gateway when it is cancelled before the portal's capture was booked", async () => {
    const { shopper, orderId, id } = await fractionalOrder(store, clerk, YEN)
    dropWebhooks()
    await store.sandbox.control.portalCapture(shopper.gatewaySessionId)
    expect((await clerk.cancelOrder(orderId)).status).toBe(200)
    await check(id)

    expect(await inState(store, shopper, ["refunded"])).toMatchObject({
      reason: null,
    })
    expect(pageOf(store, shopper)).toMatchObject({
      captured: 3547,
      refunded: 3547,
    })
    const { amount, captures, refunds } = await medusaBooks(store, orderId)
    expect({ captures, refunds }).toEqual({
      captures: [amount],
      refunds: [amount],
    })
  })

  it("is given back in parts in the portal, and booked as refunded in full", async () => {
    const { shopper, orderId, paymentId } = await fractionalOrder(
      store,
      clerk,
      YEN
    )
    await clerk.capture(paymentId)
    await store.sandbox.control.portalRefund(shopper.gatewaySessionId, 1000)
    await eventually(
      () => medusaBooks(store, orderId),
      ({ refunds }) => refunds.length === 1
    )
    await store.sandbox.control.portalRefund(shopper.gatewaySessionId, 2547)
    await inState(store, shopper, ["refunded"])
    const { amount, refunds } = await medusaBooks(store, orderId)
    expect(refunds).toEqual(["1000", less(amount, 1000)])
  })

  it("is refunded in full from the payment's page", async () => {
    const { shopper, orderId, paymentId, id } = await fractionalOrder(
      store,
      clerk,
      YEN
    )
    await clerk.capture(paymentId)
    await ok(clerk.call("POST", `/admin/bpc/sessions/${id}/refund`, {}))
    await inState(store, shopper, ["refunded"])
    expect(pageOf(store, shopper).refunded).toBe(3547)
    const { amount, refunds } = await medusaBooks(store, orderId)
    expect(refunds).toEqual([amount])
  })

  it("counts as paid in full when a payment link asked for the rest", async () => {
    const orderId = await phoneOrder(store, clerk, "jpy")
    await ok(clerk.call("POST", "/admin/order-edits", { order_id: orderId }))
    await ok(
      clerk.call("POST", `/admin/order-edits/${orderId}/items`, {
        items: [
          {
            variant_id: (
              await store.sql<{ id: string }>(
                `select id from product_variant where sku = 'MUG-CHALK'`
              )
            )[0]?.id,
            quantity: 1,
            unit_price: 1234.78,
          },
        ],
      })
    )
    await ok(clerk.call("POST", `/admin/order-edits/${orderId}/request`, {}))
    await ok(clerk.call("POST", `/admin/order-edits/${orderId}/confirm`, {}))
    const owed = (await clerk.order(orderId)).summary.pending_difference
    expect(owed % 1).toBeCloseTo(0.78)
    const link = await makeLink(clerk, orderId)
    await new Shopper(store).visit(link.url)
    const [page] = store.sandbox.control
      .listSessions()
      .filter(({ amount }) => amount === Math.round(owed))
    await store.sandbox.control.pay(page!.id)
    await store.sandbox.control.portalCapture(page!.id)

    const order = await eventually(
      () => clerk.order(orderId),
      ({ summary }) => summary.paid_total > 0,
      30_000
    )
    expect(order.summary).toMatchObject({
      paid_total: owed,
      pending_difference: 0,
    })
  })
})

describe("uneven parts", () => {
  const EMBER = { market: "eur", sku: "MUG-EMBER" } as const
  const parts = [
    { parts: [3.335, 3.335], sent: [334, 333], in: "two halves of 6.67" },
    {
      parts: [3.333333, 3.333333, 3.333333],
      sent: [333, 334, 333],
      in: "three thirds of 10.00",
    },
    {
      parts: [6.6666, 6.6666, 6.6666],
      sent: [667, 666, 667],
      in: "three thirds of 20.00",
    },
    { parts: [0.004, 0.004, 5], sent: [1, 500], in: "less than a cent" },
  ]

  it.each(parts)(
    "of a refund, $in, reach the gateway as the rounded sum",
    async ({ parts, sent }) => {
      const { shopper, orderId, paymentId } = await fractionalOrder(
        store,
        clerk,
        EMBER
      )
      await clerk.capture(paymentId)
      for (const part of parts) {
        expect(await clerk.refund(paymentId, part)).toMatchObject({
          status: 200,
        })
      }
      expect(
        pageOf(store, shopper).refunds.map(({ amount }) => amount)
      ).toEqual(sent)
      expect((await medusaBooks(store, orderId)).refunds).toEqual(
        parts.map(String)
      )
    }
  )

  it.each(parts)(
    "of a capture, $in, reach the gateway as the rounded sum",
    async ({ parts, sent }) => {
      const { shopper, orderId, paymentId } = await fractionalOrder(
        store,
        clerk,
        EMBER
      )
      for (const part of parts) {
        expect(await clerk.capture(paymentId, part)).toMatchObject({
          status: 200,
        })
      }
      expect(pageOf(store, shopper).captured).toBe(
        sent.reduce((sum, part) => sum + part, 0)
      )
      expect((await medusaBooks(store, orderId)).captures).toEqual(
        parts.map(String)
      )
    }
  )

  it("of a capture and of its refund, in thousandths, leave nothing at the gateway when the order is cancelled", async () => {
    const { shopper, orderId, paymentId } = await fractionalOrder(
      store,
      clerk,
      { market: "kwd", sku: "MUG-EMBER", percent: YEN.percent }
    )
    const total = pageOf(store, shopper).amount
    for (const part of [1.33333, 0.0004]) {
      expect((await clerk.capture(paymentId, part)).status).toBe(200)
    }
    await store.sandbox.control.portalCapture(shopper.gatewaySessionId)
    await inState(store, shopper, ["paid"])
    expect((await clerk.refund(paymentId, 0.66666)).status).toBe(200)
    expect((await clerk.refund(paymentId, 0.66666)).status).toBe(200)
    expect(pageOf(store, shopper).refunded).toBe(1333)
    expect((await clerk.cancelOrder(orderId)).status).toBe(200)
    await inState(store, shopper, ["refunded"])
    expect(pageOf(store, shopper)).toMatchObject({
      captured: total,
      refunded: total,
    })
  })

  it("that their order does not count yet are found, whatever a double has lost of the others", async () => {
    const { id, orderId, paymentId } = await fractionalOrder(
      store,
      clerk,
      EMBER
    )
    await clerk.capture(paymentId)
    for (const part of [3.335, 3.333]) {
      expect((await clerk.refund(paymentId, part)).status).toBe(200)
    }
    await store.sql(
      `update order_transaction set amount = amount - 0.000000000001 where order_id = $1 and amount = -3.335`,
      [orderId]
    )
    await store.sql(
      `delete from order_transaction where order_id = $1 and amount = -3.333`,
      [orderId]
    )
    const read = await store.bpc.situation(id)
    expect(read?.situation.unbooked).toMatchObject([
      { kind: "refund", amount: "3.333" },
    ])
    expect(read?.situation.miscounted).toBeNull()
  })

  it("too small for the gateway do not keep a cancelled order's hold on the card", async () => {
    const { shopper, orderId, paymentId } = await fractionalOrder(
      store,
      clerk,
      EMBER
    )
    expect((await clerk.capture(paymentId, 0.004)).status).toBe(200)
    expect((await clerk.cancelOrder(orderId)).status).toBe(200)
    await inState(store, shopper, ["canceled"])
    expect(pageOf(store, shopper)).toMatchObject({ captured: 0, capturable: 0 })
  })

  it("that would be a cent more than was authorised are refused, and nothing is sent", async () => {
    const { shopper, paymentId } = await fractionalOrder(store, clerk, EMBER)
    const total = pageOf(store, shopper).amount
    expect((await clerk.capture(paymentId, 3.335)).status).toBe(200)
    const answer = await clerk.capture(
      paymentId,
      Number(((total - 334) / 100 + 0.014).toFixed(3))
    )
    expect(answer.status).toBe(400)
    expect(answer.body.message).toMatch(/authori[sz]ed/)
    expect(pageOf(store, shopper).captured).toBe(334)
  })
})
