import { type Sandbox, startSandbox } from "../../packages/bpc-sandbox/src"
import { Clerk } from "../support/clerk"
import { expectPromiseKept, ordersOf, settled } from "../support/books"
import { Shopper } from "../support/shopper"
import { type Store, startStore } from "../support/store"

jest.setTimeout(180_000)

let store: Store
let dollars: Sandbox

beforeAll(async () => {
  store = await startStore({
    environment: {
      BPC_ENCRYPTION_KEY: Buffer.alloc(32, 5).toString("base64"),
      BPC_API_URL: "",
      BPC_API_KEY: "",
      BPC_WEBHOOK_SECRET: "",
    },
  })
  dollars = await startSandbox({
    apiKey: "key_of_dollars",
    webhookSecret: "whsec_of_dollars",
    webhookUrl: `${store.url}/webhooks/bpc`,
    currencies: ["USD"],
  })
  const clerk = await Clerk.logIn(store)
  for (const { name, sandbox, currencies } of [
    { name: "Dollars", sandbox: dollars, currencies: ["USD"] },
    { name: "All others", sandbox: store.sandbox, currencies: [] },
  ]) {
    const { status } = await clerk.call("POST", "/admin/bpc/accounts", {
      name,
      mode: "test",
      api_url: sandbox.apiUrl,
      api_key: sandbox.apiKey,
      webhook_secret: sandbox.webhookSecret,
      currencies,
    })
    expect(status).toBe(200)
  }
})
afterAll(async () => {
  await dollars?.close()
  await store.close()
})

describe("two accounts of one shop", () => {
  it("take payments side by side, each by its own gateway, and settle each other's nothing", async () => {
    const shoppers = [
      new Shopper(store, "usd"),
      new Shopper(store, "eur"),
      new Shopper(store, "usd"),
      new Shopper(store, "eur"),
    ]
    for (const shopper of shoppers) {
      await shopper.fillCart()
    }
    await Promise.all(shoppers.map((shopper) => shopper.choosePayment()))
    const gatewayOf = ({ market }: Shopper) =>
      (market === "usd" ? dollars : store.sandbox).control
    await Promise.all(
      shoppers.map((shopper) =>
        gatewayOf(shopper).pay(shopper.gatewaySessionId)
      )
    )

    for (const shopper of shoppers) {
      const { order_id } = await settled(store, shopper)
      expect(await ordersOf(store, shopper)).toEqual([
        { order_id, paid: shopper.cart!.total, refunded: 0 },
      ])
    }
    const accounts = await store.sql<{ currency: string; accounts: number }>(
      `select currency_code as currency, count(distinct account_id)::int as accounts from bpc_session group by 1 order by 1`
    )
    expect(accounts).toEqual([
      { currency: "EUR", accounts: 1 },
      { currency: "USD", accounts: 1 },
    ])
    expect(dollars.control.listSessions()).toHaveLength(2)
    expect(store.sandbox.control.listSessions()).toHaveLength(2)
    await expectPromiseKept(store)
  })
})
