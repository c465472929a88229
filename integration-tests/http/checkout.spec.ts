import { Shopper, eventually } from "../support/shopper"
import { type Store, startStore } from "../support/store"
import {
  expectPromiseKept,
  ledgerOf,
  ordersOf,
  pageOf,
  settled,
} from "../support/books"

jest.setTimeout(300_000)

let store: Store

beforeAll(async () => {
  store = await startStore()
})
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())
beforeEach(() => store.sandbox.control.reset())

async function shopperAtGateway(): Promise<Shopper> {
  const shopper = new Shopper(store)
  await shopper.startCheckout()
  return shopper
}

describe("starting a payment", () => {
  it("answers with the hosted page and nothing secret, in the state that storefronts select on", async () => {
    const shopper = new Shopper(store)
    const session = await shopper.startCheckout()

    expect(session.status).toBe("pending")
    expect(Object.keys(session.data).sort()).toEqual(
      [
        "expiresAt",
        "id",
        "mode",
        "paymentStatus",
        "paymentUrl",
        "session_id",
        "status",
      ].sort()
    )
    expect(session.data).toMatchObject({
      mode: "test",
      status: "open",
      paymentStatus: "unpaid",
      session_id: session.id,
    })
    expect(session.data.paymentUrl).toContain(
      "/payment/merchants/ecom/payment.html?mdOrder="
    )
    expect(new Date(String(session.data.expiresAt)).getTime()).toBeGreaterThan(
      Date.now()
    )
  })

  it("registers amount, reference, capture method and the guest's details from the server's own cart", async () => {
    const shopper = await shopperAtGateway()
    const page = pageOf(store, shopper)

    expect(page).toMatchObject({
      amount: Math.round(shopper.cart!.total * 100),
      currency: "EUR",
      merchantReferenceId: shopper.paymentSession!.id,
      captureMethod: "automatic",
    })
    expect(JSON.stringify(page.customerDetails)).toContain("guest@example.com")
    expect(JSON.stringify(page.customerDetails)).toContain("Hauptstrasse 1")
    expect(JSON.stringify(page.customerDetails)).not.toContain("<b>")
    expect(page.successUrl).toMatch(
      new RegExp(`^${store.url}/bpc/return/bpcses_`)
    )
  })

  it.each([
    { locale: "de-AT", page: "DE" },
    { locale: "tlh", page: "EN" },
    { locale: "'; drop table", page: "EN" },
  ])(
    "asks for the page in the shopper's language, or leaves it to the gateway: $locale",
    async ({ locale, page }) => {
      const shopper = new Shopper(store)
      await shopper.fillCart()
      await shopper.choosePayment("pp_bpc_bpc", { locale })
      expect(pageOf(store, shopper).locale.toUpperCase()).toBe(page)
    }
  )

  it("takes nothing that matters from the data that a browser sends", async () => {
    const shopper = new Shopper(store)
    await shopper.fillCart()
    const session = await shopper.choosePayment("pp_bpc_bpc", {
      id: "ps_spoofed",
      session_id: "payses_spoofed",
      status: "completed",
      paymentStatus: "paid",
      paymentUrl: "https://evil.example",
      successUrl: "https://evil.example",
      amount: 1,
      mode: "live",
    })

    expect(session.data).toMatchObject({
      status: "open",
      paymentStatus: "unpaid",
      session_id: session.id,
      mode: "test",
    })
    expect(session.data.paymentUrl).not.toContain("evil")
    expect(pageOf(store, shopper).successUrl).not.toContain("evil")
    expect((await shopper.complete()).body.type).toBe("cart")
  })

  it("hands out one open page to two clicks at the same instant", async () => {
    const shopper = new Shopper(store)
    await shopper.fillCart()
    await shopper.openCollection()
    const answers = await Promise.all([
      shopper.tryPayment(),
      shopper.tryPayment(),
    ])

    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(store.sandbox.control.listSessions()).toHaveLength(1)
  })

  it("keeps that page open when Medusa itself refuses one of two clicks that replace another method", async () => {
    const shopper = new Shopper(store)
    await shopper.fillCart()
    await shopper.tryPayment("pp_system_default")
    const answers = await Promise.all([
      shopper.tryPayment(),
      shopper.tryPayment(),
    ])

    expect(answers.map(({ status }) => status)).toContain(200)
    const [page, ...others] = store.sandbox.control.listSessions()
    expect(others).toHaveLength(0)
    await new Promise((rest) => setTimeout(rest, 12_000))
    expect(store.sandbox.control.getSession(page!.id).status).toBe("open")

    await store.sandbox.control.pay(page!.id)
    await eventually(
      () => ordersOf(store, shopper),
      ({ length }) => length === 1
    )
  })

  it("hands out the same page when the shopper starts again with nothing changed, and leaves it open", async () => {
    const shopper = await shopperAtGateway()
    const first = shopper.gatewaySessionId
    const second = await shopper.choosePayment()
    const third = await shopper.choosePayment()

    expect([second.data.id, third.data.id]).toEqual([first, first])
    expect(third.data.session_id).toBe(third.id)
    await new Promise((rest) => setTimeout(rest, 12_000))
    expect(store.sandbox.control.listSessions()).toHaveLength(1)
    expect(pageOf(store, shopper).status).toBe("open")
  })
})

describe("paying on the gateway's page", () => {
  it("places one paid order from the webhook alone, with the shopper's window closed", async () => {
    const shopper = await shopperAtGateway()
    await store.sandbox.control.pay(shopper.gatewaySessionId)

    const { body } = await eventually(
      () => shopper.status(),
      ({ body }) => Boolean(body.order_id)
    )
    expect(body.status).toBe("paid")
    const [order, ...others] = await ordersOf(store, shopper)
    expect(others).toHaveLength(0)
    expect(order).toMatchObject({
      order_id: body.order_id,
      paid: shopper.cart!.total,
    })
  })

  it("asks the gateway twice for a paid order: create, and one read, also when webhook and return come together", async () => {
    const shopper = await shopperAtGateway()
    const { redirectUrl } = await store.sandbox.control.pay(
      shopper.gatewaySessionId
    )
    await shopper.visit(redirectUrl!)
    await settled(store, shopper)
    await store.sandbox.control.idle()

    const about = store.sandbox.control
      .requests()
      .filter(({ sessionId }) => sessionId === shopper.gatewaySessionId)
    expect(about.map(({ operation }) => operation)).toEqual([
      "createSession",
      "readSession",
    ])
  })

  it("leads the returning shopper to the order's confirmation, before any webhook", async () => {
    store.sandbox.control.setFaults({ webhooks: { drop: true } })
    const shopper = await shopperAtGateway()
    const { redirectUrl } = await store.sandbox.control.pay(
      shopper.gatewaySessionId
    )
    const answer = await shopper.visit(redirectUrl!)

    const [order] = await ordersOf(store, shopper)
    expect(answer.status).toBe(303)
    expect(answer.location).toBe(
      `http://localhost:8000/de/order/${order?.order_id}/confirmed`
    )
  })

  it("shows a page that asks again while the gateway is undecided, in the shopper's language", async () => {
    const shopper = await shopperAtGateway()
    const { redirects } = pageOf(store, shopper)
    const waiting = await shopper.visit(redirects.success, "ar")

    expect(waiting.status).toBe(200)
    expect(waiting.text).toContain('dir="rtl"')
    expect(waiting.text).toMatch(/http-equiv="refresh" content="2;url=\?n=1"/)
  })

  it("declined, then paid on the same page: one order, and the decline alone ends nothing", async () => {
    const shopper = await shopperAtGateway()
    await store.sandbox.control.decline(shopper.gatewaySessionId)
    await eventually(
      () => shopper.status(),
      ({ body }) => "decline_class" in body
    )
    const back = await shopper.visit(pageOf(store, shopper).redirects.failure)
    expect(back.status).toBe(303)
    expect(back.location).toBe(
      "http://localhost:8000/de/checkout?step=payment&payment_error=card_data"
    )
    expect((await shopper.status()).body.status).toBe("pending")

    await store.sandbox.control.pay(shopper.gatewaySessionId)
    await settled(store, shopper)
    expect(await ordersOf(store, shopper)).toHaveLength(1)
  })

  it("goes back to the checkout when the shopper cancels, with the cart and the page still usable", async () => {
    const shopper = await shopperAtGateway()
    const { redirectUrl } = await store.sandbox.control.cancel(
      shopper.gatewaySessionId
    )
    expect((await shopper.visit(redirectUrl!)).location).toContain(
      "payment_error=not_completed"
    )

    const again = await shopper.choosePayment()
    expect(again.data.id).toBe(shopper.gatewaySessionId)
  })

  it("ends an expired page: the payment session closes, so that the storefront offers payment again", async () => {
    const shopper = await shopperAtGateway()
    await store.sandbox.control.expire(shopper.gatewaySessionId)
    await eventually(
      () => shopper.status(),
      ({ body }) => body.status === "expired"
    )

    const cart = await shopper.refreshCart()
    expect(
      cart.payment_collection?.payment_sessions?.map(({ status }) => status)
    ).toEqual(["canceled"])
    const back = await shopper.visit(pageOf(store, shopper).redirects.failure)
    expect(back.location).toContain("payment_error=expired")

    const renewed = await shopper.choosePayment()
    expect(renewed.data.id).not.toBe(
      String(cart.payment_collection?.payment_sessions?.[0]?.data.id)
    )
    await store.sandbox.control.pay(shopper.gatewaySessionId)
    await settled(store, shopper)
    expect(await ordersOf(store, shopper)).toHaveLength(1)
  })

  it("places one order for webhook and return at the same instant, twenty times over", async () => {
    for (let round = 0; round < 20; round++) {
      const shopper = await shopperAtGateway()
      const { redirectUrl } = await store.sandbox.control.pay(
        shopper.gatewaySessionId
      )
      await Promise.all([
        shopper.visit(redirectUrl!),
        shopper.visit(redirectUrl!),
        store.sandbox.control.idle(),
      ])
      await settled(store, shopper)
      expect(await ordersOf(store, shopper)).toHaveLength(1)
      expect(pageOf(store, shopper)).toMatchObject({ refunded: 0 })
    }
  })
})

describe("the storefront's own completion", () => {
  it("answers 200 with the cart while nothing is paid, and burns no order number", async () => {
    const shopper = await shopperAtGateway()
    const answer = await shopper.complete()

    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      type: "cart",
      error: { type: "payment_requires_more_error" },
    })
    await store.sandbox.control.pay(shopper.gatewaySessionId)
    await settled(store, shopper)
  })

  it("places the order when it comes before the webhook, once", async () => {
    store.sandbox.control.setFaults({ webhooks: { delayMs: 1_500 } })
    const shopper = await shopperAtGateway()
    await store.sandbox.control.pay(shopper.gatewaySessionId)
    const answer = await shopper.complete()

    expect(answer.body.type).toBe("order")
    await settled(store, shopper)
    expect(await ordersOf(store, shopper)).toHaveLength(1)
    expect(await ledgerOf(store, shopper)).toMatchObject({
      state: "paid",
      order_id: answer.body.order?.id,
    })
  })

  it("and two webhooks and two returns at once still make one order", async () => {
    store.sandbox.control.setFaults({ webhooks: { duplicate: 3 } })
    const shopper = await shopperAtGateway()
    const { redirectUrl } = await store.sandbox.control.pay(
      shopper.gatewaySessionId
    )
    await Promise.all([
      shopper.complete(),
      shopper.complete(),
      shopper.visit(redirectUrl!),
      shopper.visit(redirectUrl!),
    ])
    await store.sandbox.control.idle()
    await settled(store, shopper)
    expect(await ordersOf(store, shopper)).toHaveLength(1)
    expect(pageOf(store, shopper).refunded).toBe(0)
  })
})
