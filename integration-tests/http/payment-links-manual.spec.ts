import { expectPromiseKept, settled } from "../support/books"
import { Clerk } from "../support/clerk"
import { linksOf, makeLink, ok, phoneOrder } from "../support/owing-orders"
import { Shopper, eventually } from "../support/shopper"
import { type Store, startStore } from "../support/store"

jest.setTimeout(180_000)

let store: Store
let clerk: Clerk

beforeAll(async () => {
  store = await startStore({ environment: { BPC_CAPTURE_METHOD: "manual" } })
  clerk = await Clerk.logIn(store)
})
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())
beforeEach(() => store.sandbox.control.reset())

const page = (id: string) => store.sandbox.control.getSession(id)

async function payByLink(orderId: string, url: string): Promise<string> {
  const { location } = await new Shopper(store).visit(url)
  const id =
    store.sandbox.control
      .listSessions()
      .find(({ paymentUrl }) => paymentUrl === location)?.id ?? ""
  await store.sandbox.control.pay(id)
  await eventually(
    () =>
      store.sql<{ order_id: string | null }>(
        `select order_id from bpc_session where gateway_session_id = $1`,
        [id]
      ),
    ([row]) => row?.order_id === orderId
  )
  return id
}

describe("a shop that captures later", () => {
  it("gets a hold on the order by link, asks for it no more, and captures it in the order", async () => {
    const orderId = await phoneOrder(store, clerk)
    const { url } = await makeLink(clerk, orderId)
    const id = await payByLink(orderId, url)
    expect(page(id)).toMatchObject({ captured: 0 })

    expect(await linksOf(clerk, orderId)).toMatchObject({
      outstanding: { amount: 0 },
      payment_links: [{ state: "paid" }],
    })
    expect((await new Shopper(store).visit(url)).text).toContain(
      "this order is paid"
    )
    const { id: paymentId } = await clerk.payment(orderId)
    await ok(clerk.capture(paymentId))
    expect(page(id).captured).toBe(page(id).amount)
    expect((await clerk.order(orderId)).summary.pending_difference).toBe(0)
  })

  it("makes no link while a hold covers the order, and makes one once the hold is gone", async () => {
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    await store.sandbox.control.pay(shopper.gatewaySessionId)
    const { order_id } = await settled(store, shopper)
    const orderId = order_id ?? ""
    const refused = await clerk.call<{ message: string }>(
      "POST",
      "/admin/bpc/payment-links",
      { order_id: orderId }
    )
    expect(refused.body.message).toContain("has no outstanding amount")

    await store.sandbox.control.portalVoid(shopper.gatewaySessionId)
    await eventually(
      async () => (await linksOf(clerk, orderId)).outstanding.amount,
      (amount) => amount === page(shopper.gatewaySessionId).amount
    )
    const { url } = await makeLink(clerk, orderId)
    const id = await payByLink(orderId, url)
    expect(id).not.toBe(shopper.gatewaySessionId)
    expect((await linksOf(clerk, orderId)).outstanding.amount).toBe(0)
  })
})
