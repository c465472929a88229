import { expectPromiseKept, pageOf, settled } from "../support/books"
import { Clerk } from "../support/clerk"
import { Shopper } from "../support/shopper"
import { type Store, startStore } from "../support/store"

jest.setTimeout(300_000)

const APP = "myshop://order/{order_id}"

let store: Store

beforeAll(async () => {
  store = await startStore()
  const clerk = await Clerk.logIn(store)
  const { status } = await clerk.call("POST", "/admin/bpc/settings", {
    allowed_return_origins: ["myshop://", "https://app.shop.example"],
  })
  expect(status).toBe(200)
})
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())
beforeEach(() => store.sandbox.control.reset())

async function appCheckout(returnTo?: string): Promise<Shopper> {
  const shopper = new Shopper(store)
  await shopper.fillCart()
  await shopper.choosePayment(
    "pp_bpc_bpc",
    returnTo === undefined ? undefined : { return_to: returnTo }
  )
  return shopper
}

describe("a checkout in an app", () => {
  it("is led back to the app with its order", async () => {
    const shopper = await appCheckout(APP)
    const { redirectUrl } = await store.sandbox.control.pay(
      shopper.gatewaySessionId
    )
    const { order_id } = await settled(store, shopper)
    const back = await shopper.visit(redirectUrl!)
    expect([back.status, back.location]).toEqual([
      303,
      `myshop://order/${order_id}`,
    ])
  })

  it("is led back to the app when the shopper gives up", async () => {
    const shopper = await appCheckout(APP)
    const back = await shopper.visit(pageOf(store, shopper).redirects.failure)
    expect(back.location).toBe("myshop://order/?payment_error=not_completed")
  })

  it("gets a page with a button once the shopper has waited, because browsers open apps only after a touch", async () => {
    const shopper = await appCheckout(APP)
    await store.sandbox.control.pay(shopper.gatewaySessionId)
    const { order_id } = await settled(store, shopper)
    const back = await shopper.visit(
      `${pageOf(store, shopper).successUrl}?n=1`,
      "fr"
    )
    expect(back.status).toBe(200)
    expect(back.text).toContain(`href="myshop://order/${order_id}">`)
    expect(back.text).toContain("Retour à l’application de la boutique")
  })

  it("goes where the last of two devices wants, although both have the same page", async () => {
    const shopper = await appCheckout(APP)
    const page = shopper.gatewaySessionId
    await shopper.choosePayment("pp_bpc_bpc", {
      return_to: "https://app.shop.example/done",
    })
    expect(shopper.gatewaySessionId).toBe(page)
    const failed = () => shopper.visit(pageOf(store, shopper).redirects.failure)
    expect((await failed()).location).toBe(
      "https://app.shop.example/done?payment_error=not_completed"
    )
    await shopper.choosePayment()
    expect((await failed()).location).toMatch(/\/de\/checkout\?step=payment/)
  })

  it.each([
    "https://evil.example/",
    "unlisted://order",
    "javascript:alert(1)",
    "https://app.shop.example.evil.example/",
  ])("is not started for %s, which nobody listed", async (returnTo) => {
    const shopper = new Shopper(store)
    await shopper.fillCart()
    const answer = await shopper.tryPayment("pp_bpc_bpc", {
      return_to: returnTo,
    })
    expect(answer).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining("You have not been charged") },
    })
    expect(answer.body.message).not.toContain("example")
    expect(store.sandbox.control.listSessions()).toEqual([])
  })
})
