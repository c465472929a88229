import { Modules } from "@medusajs/framework/utils"
import { ledgerOf } from "../support/books"
import { Shopper, type StoreCart } from "../support/shopper"
import { type Store, startStore } from "../support/store"

jest.setTimeout(180_000)

let store: Store

beforeAll(async () => {
  store = await startStore({
    sandbox: { currencies: ["EUR", "USD", "JPY", "KWD"] },
  })
})
afterAll(() => store.close())
beforeEach(() => store.sandbox.control.reset())

async function shopperAtPayment(): Promise<Shopper> {
  const shopper = new Shopper(store)
  await shopper.fillCart()
  return shopper
}

const TECHNICAL = /error|stack|http|api[ _-]?key|undefined|null|json|\bat \w+/i

describe("a gateway that cannot open a page", () => {
  const faults = [
    { kind: "status", status: 401 },
    { kind: "status", status: 403 },
    { kind: "status", status: 404 },
    { kind: "status", status: 412 },
    { kind: "status", status: 429, retryAfter: 1 },
    { kind: "status", status: 500 },
    { kind: "status", status: 502 },
    { kind: "html" },
    { kind: "html", status: 412 },
    { kind: "empty" },
    { kind: "half_body" },
    { kind: "huge" },
    { kind: "reset" },
    { kind: "status_after_commit" },
  ] as const
  it.each(faults)(
    "tells the shopper one plain sentence for %j, and the next try works",
    async (fault) => {
      const shopper = await shopperAtPayment()
      store.sandbox.control.setFaults({
        api: [{ operation: "createSession", ...fault }],
      })
      const answer = await shopper.tryPayment()
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.body.message).toMatch(/You have not been charged\./)
      expect(answer.body.message).not.toMatch(TECHNICAL)
      expect(answer.body.message).not.toMatch(/unknown error/i)

      store.sandbox.control.setFaults({ api: [] })
      expect((await shopper.tryPayment()).status).toBe(200)
    }
  )

  it("retries a create call only when nothing was sent at all", async () => {
    const shopper = await shopperAtPayment()
    store.sandbox.control.setFaults({
      api: [{ operation: "createSession", kind: "status", status: 500 }],
    })
    await shopper.tryPayment()
    expect(
      store.sandbox.control
        .requests()
        .filter(({ operation }) => operation === "createSession")
    ).toHaveLength(1)
  })
})

describe("what cannot be paid", () => {
  const amounts = [
    { amount: 0, currency: "eur" },
    { amount: -5, currency: "eur" },
    { amount: Number.NaN, currency: "eur" },
    { amount: 0.004, currency: "eur" },
    { amount: 10, currency: "xxx" },
    { amount: 10, currency: "" },
    { amount: 1e18, currency: "eur" },
  ]
  it.each(amounts)(
    "is refused with a sentence, and nothing is sent: $amount $currency",
    async ({ amount, currency }) => {
      const provider = store.container.resolve<{
        paymentProviderService_: PaymentProviders
      }>(Modules.PAYMENT)
      const refused = await provider.paymentProviderService_
        .createSession("pp_bpc_bpc", {
          amount,
          currency_code: currency,
          data: { session_id: "payses_direct" },
          context: { idempotency_key: `payses_direct_${amount}_${currency}` },
        })
        .catch((error: unknown) => error)
      expect(refused).toMatchObject({
        type: "not_allowed",
        message: expect.stringMatching(/You have not been charged/),
      })
      expect(store.sandbox.control.requests()).toHaveLength(0)
    }
  )

  it("a fraction of the smallest unit is rounded half up, once", async () => {
    const provider = store.container.resolve<{
      paymentProviderService_: PaymentProviders
    }>(Modules.PAYMENT)
    const opened = await provider.paymentProviderService_.createSession(
      "pp_bpc_bpc",
      {
        amount: 9.9999,
        currency_code: "eur",
        data: {},
        context: { idempotency_key: "payses_fraction" },
      }
    )
    expect(store.sandbox.control.getSession(opened.id)).toMatchObject({
      amount: 1000,
    })
    expect(await ledgerOf(store, new Shopper(store), opened.id)).toMatchObject({
      amount: "1000",
    })
  })
})

describe("leaving a page", () => {
  it("never throws and never keeps the shopper waiting, whatever the gateway does", async () => {
    const shopper = await shopperAtPayment()
    await shopper.choosePayment()
    store.sandbox.control.setFaults({
      api: [{ operation: "*", kind: "timeout_before_commit" }],
    })
    expect((await shopper.tryPayment("pp_system_default")).status).toBe(200)
    expect(
      store.sandbox.control
        .requests()
        .filter(({ operation }) => operation === "expireSession")
    ).toHaveLength(0)
  })
})

type PaymentProviders = {
  createSession(id: string, input: object): Promise<{ id: string }>
}

describe("a cart without any address, such as one of downloads", () => {
  it("opens a page all the same", async () => {
    const shopper = new Shopper(store)
    const { regions } = await shopper.ok<{
      regions: { id: string; currency_code: string }[]
    }>("GET", "/store/regions")
    const { products } = await shopper.ok<{
      products: { variants: { id: string }[] }[]
    }>("GET", "/store/products?limit=1&fields=*variants")
    const { cart } = await shopper.ok<{ cart: StoreCart }>(
      "POST",
      "/store/carts",
      {
        region_id: regions.find(({ currency_code }) => currency_code === "eur")
          ?.id,
        email: "guest@example.com",
        items: [{ variant_id: products[0]?.variants[0]?.id, quantity: 1 }],
      }
    )
    shopper.cart = cart
    const session = await shopper.choosePayment()
    expect(session.data.paymentUrl).toMatch(/^http/)
    expect(
      store.sandbox.control.getSession(shopper.gatewaySessionId)
    ).toMatchObject({
      status: "open",
      amount: Math.round(cart.total * 100),
    })
  })
})
