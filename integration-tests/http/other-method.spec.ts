import { expectPromiseKept, inState, ordersOf, pageOf } from "../support/books"
import { Shopper } from "../support/shopper"
import { type Store, startStore } from "../support/store"

/* The shopper leaves our page open in a tab and pays in another way. */

jest.setTimeout(300_000)

let store: Store

beforeAll(async () => {
  store = await startStore()
})
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())
beforeEach(() => store.sandbox.control.reset())

const OTHER = "pp_system_default"

async function shopperWithOldPage() {
  const shopper = new Shopper(store)
  await shopper.startCheckout()
  const page = pageOf(store, shopper)
  const gatewaySessionId = shopper.gatewaySessionId
  await shopper.choosePayment(OTHER)
  return { shopper, page, gatewaySessionId }
}

async function bought(shopper: Shopper): Promise<string> {
  const { body } = await shopper.complete()
  expect(body.type).toBe("order")
  return body.order?.id ?? ""
}

it("who pays the old page of a cart that is an order already gets the money back, and is led to the order", async () => {
  const { shopper, page, gatewaySessionId } = await shopperWithOldPage()
  const orderId = await bought(shopper)
  await store.sandbox.control.pay(gatewaySessionId)

  const seen = await shopper.visit(page.redirects.success)
  expect(seen.status).toBe(200)
  expect(seen.text).toContain("Your order is placed already")
  expect(seen.text).toContain(`/order/${orderId}/confirmed`)
  expect(seen.text).toContain("goes back to you in full")
  await inState(store, shopper, ["refunded"], gatewaySessionId)
  expect(await ordersOf(store, shopper)).toHaveLength(1)
  expect((await shopper.visit(page.redirects.failure)).text).toContain(
    `/order/${orderId}/confirmed`
  )
})

it("who comes back from an old page that was closed is led to the order as well", async () => {
  const { shopper, page, gatewaySessionId } = await shopperWithOldPage()
  const orderId = await bought(shopper)
  await inState(store, shopper, ["expired"], gatewaySessionId)
  for (const side of [page.redirects.success, page.redirects.failure]) {
    const { status, location } = await shopper.visit(side)
    expect(status).toBe(303)
    expect(location).toContain(`/order/${orderId}/confirmed`)
  }
})

it("money that another method has authorised is not thrown away for a page that was left: the shopper's last choice stands", async () => {
  const { shopper, gatewaySessionId } = await shopperWithOldPage()
  await store.sql(
    "update payment_session set status = 'authorized', authorized_at = now() where id = $1",
    [shopper.paymentSession?.id]
  )
  await store.sandbox.control.pay(gatewaySessionId)
  await inState(store, shopper, ["refunded"], gatewaySessionId)

  const [session] = await store.sql<{ status: string; deleted: boolean }>(
    "select status, deleted_at is not null as deleted from payment_session where id = $1",
    [shopper.paymentSession?.id]
  )
  expect(session).toEqual({ status: "authorized", deleted: false })
  expect(await ordersOf(store, shopper)).toHaveLength(0)
  await bought(shopper)
})
