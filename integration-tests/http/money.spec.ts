import {
  expectPromiseKept,
  inState,
  ledgerOf,
  ordersOf,
  pageOf,
  settled,
} from "../support/books"
import { Clerk } from "../support/clerk"
import { Shopper } from "../support/shopper"
import { type Store, startStore } from "../support/store"

jest.setTimeout(300_000)

let store: Store
let clerk: Clerk

beforeAll(async () => {
  store = await startStore()
  clerk = await Clerk.logIn(store)
})
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())
beforeEach(() => store.sandbox.control.reset())

type Market = ConstructorParameters<typeof Shopper>[1]

async function paidOrder(
  market?: Market
): Promise<{ shopper: Shopper; orderId: string; paymentId: string }> {
  const shopper = new Shopper(store, market)
  await shopper.startCheckout()
  await store.sandbox.control.pay(shopper.gatewaySessionId)
  const { order_id } = await settled(store, shopper)
  const { id } = await clerk.payment(order_id!)
  return { shopper, orderId: order_id!, paymentId: id }
}

describe("amounts in the currency's own minor units", () => {
  const markets = [
    { market: "eur", exponent: 2, part: 2.5 },
    { market: "usd", exponent: 2, part: 0.01 },
    { market: "jpy", exponent: 0, part: 100 },
    { market: "kwd", exponent: 3, part: 1.125 },
  ] as const
  it.each(markets)(
    "registers, compares and refunds $market exactly",
    async ({ market, exponent, part }) => {
      const { shopper, orderId, paymentId } = await paidOrder(market)
      const minor = (amount: number) => Math.round(amount * 10 ** exponent)
      const total = minor(shopper.cart!.total)
      expect(pageOf(store, shopper)).toMatchObject({
        amount: total,
        captured: total,
      })

      expect((await clerk.refund(paymentId, part)).status).toBe(200)
      expect(pageOf(store, shopper)).toMatchObject({ refunded: minor(part) })
      expect(pageOf(store, shopper).refunds).toHaveLength(1)
      const order = await clerk.order(orderId)
      expect(minor(order.summary.paid_total)).toBe(total)
      expect(
        minor(order.payment_collections[0]!.payments[0]!.refunds[0]!.amount)
      ).toBe(minor(part))
    }
  )
})

describe("refunds", () => {
  it("two in part, then the rest; one more is refused and nothing is sent", async () => {
    const { shopper, paymentId } = await paidOrder()
    const total = shopper.cart!.total
    expect((await clerk.refund(paymentId, 2.5)).status).toBe(200)
    expect(await ledgerOf(store, shopper)).toMatchObject({
      state: "paid",
      refunded: "250",
    })
    expect((await clerk.refund(paymentId, 1.25)).status).toBe(200)
    expect(
      (await clerk.refund(paymentId, Number((total - 3.75).toFixed(2)))).status
    ).toBe(200)
    expect(await ledgerOf(store, shopper)).toMatchObject({ state: "refunded" })
    expect(pageOf(store, shopper).refunded).toBe(
      pageOf(store, shopper).captured
    )

    store.sandbox.control.clearRequests()
    expect((await clerk.refund(paymentId, 1)).status).toBe(400)
    expect(store.sandbox.control.requests()).toHaveLength(0)
  })

  it("carry an own reference, unique for each", async () => {
    const { shopper, paymentId } = await paidOrder()
    await clerk.refund(paymentId, 1)
    await clerk.refund(paymentId, 1)
    const references = pageOf(store, shopper).refunds.map(
      ({ merchantReferenceId }) => merchantReferenceId
    )
    expect(new Set(references).size).toBe(2)
    expect(references.every((reference) => /^ref_/.test(reference ?? ""))).toBe(
      true
    )
  })

  const silences = [
    "timeout_after_commit",
    "status_after_commit",
    "half_body",
  ] as const
  it.each(silences)(
    "that the gateway carried out but did not confirm (%s) are found in its books: done once",
    async (kind) => {
      const { shopper, paymentId } = await paidOrder()
      store.sandbox.control.setFaults({
        api: [{ operation: "createRefund", kind, times: 1, delayMs: 100 }],
      })
      expect((await clerk.refund(paymentId, 3)).status).toBe(200)
      expect(pageOf(store, shopper).refunded).toBe(300)
    }
  )

  it("whose outcome cannot be read are reported as not known, and a second try does not pay twice", async () => {
    const { shopper, paymentId } = await paidOrder()
    store.sandbox.control.setFaults({
      api: [
        { operation: "createRefund", kind: "status_after_commit", times: 1 },
        { operation: "readSession", kind: "status", status: 503, skip: 1 },
      ],
      webhooks: { drop: true },
    })
    const first = await clerk.refund(paymentId, 3)
    expect(first.status).toBe(500)
    expect(first.body.message).toMatch(
      /not known whether this refund of 3.00 EUR was carried out/
    )

    store.sandbox.control.setFaults({ api: [] })
    expect((await clerk.refund(paymentId, 3)).status).toBe(200)
    expect(pageOf(store, shopper)).toMatchObject({ refunded: 300 })
    expect(pageOf(store, shopper).refunds).toHaveLength(1)
  })

  it("that the gateway refuses leave the books as they were, with its reason for the clerk", async () => {
    const { shopper, paymentId } = await paidOrder()
    store.sandbox.control.setFaults({
      api: [{ operation: "createRefund", kind: "status", status: 400 }],
    })
    const answer = await clerk.refund(paymentId, 3)
    expect(answer.status).toBe(400)
    expect(
      (await clerk.payment((await settled(store, shopper)).order_id!)).refunds
    ).toHaveLength(0)
    expect(pageOf(store, shopper).refunded).toBe(0)
  })
})

describe("cancelling an order", () => {
  it("gives the money of a paid order back in full", async () => {
    const { shopper, orderId } = await paidOrder()
    expect((await clerk.cancelOrder(orderId)).status).toBe(200)
    await inState(store, shopper, ["refunded"])
    expect(pageOf(store, shopper).refunded).toBe(
      pageOf(store, shopper).captured
    )
    expect(await ordersOf(store, shopper)).toHaveLength(1)
  })
})
