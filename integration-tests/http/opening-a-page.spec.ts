import { expectPromiseKept, pageOf } from "../support/books"
import { Shopper } from "../support/shopper"
import { type Store, startStore } from "../support/store"

jest.setTimeout(300_000)

let store: Store

beforeAll(async () => {
  store = await startStore()
})
afterEach(() => expectPromiseKept(store))
afterAll(() => store.close())
beforeEach(() => store.sandbox.control.reset())

describe("a gateway that registers something else than it was asked for", () => {
  it.each([
    ["another amount", { amount: 1 }],
    ["another currency", { currency: "USD" }],
  ])("with %s: nobody gets the page, and it is closed", async (_, answers) => {
    const shopper = new Shopper(store)
    await shopper.fillCart()
    store.sandbox.control.setFaults({ tamper: { "*": answers } })
    const { status, body } = await shopper.tryPayment()

    expect(status).toBe(400)
    expect(body.message).toContain("You have not been charged")
    const [row] = await store.sql<{
      state: string
      payment_url: string | null
      gateway_session_id: string
    }>(
      "select state, payment_url, gateway_session_id from bpc_session order by created_at desc limit 1"
    )
    expect(row).toMatchObject({ state: "failed", payment_url: null })
    store.sandbox.control.setFaults({ tamper: {} })
    expect(
      store.sandbox.control.getSession(row?.gateway_session_id ?? "").status
    ).toBe("expired")

    // What is set right at the bank sells again at once.
    expect((await shopper.tryPayment()).status).toBe(200)
  })
})

describe("the country that a shopper returns to", () => {
  const countryOf = async (shopper: Shopper) => {
    const [row] = await store.sql<{ country_code: string }>(
      "select country_code from bpc_session where gateway_session_id = $1",
      [shopper.gatewaySessionId]
    )
    return row?.country_code
  }
  const address = (country_code: string) => ({
    first_name: "Ana",
    last_name: "Ionescu",
    address_1: "Main 1",
    city: "There",
    postal_code: "10115",
    country_code,
  })

  it("is one of the cart's region where the bill goes abroad and nothing is shipped", async () => {
    const shopper = new Shopper(store)
    await shopper.fillCart()
    const { cart } = shopper
    await store.sql(
      "update cart set shipping_address_id = null where id = $1",
      [cart?.id]
    )
    await shopper.ok("POST", `/store/carts/${cart?.id}`, {
      billing_address: address("us"),
    })
    await shopper.choosePayment()
    const country = await countryOf(shopper)
    expect(country).not.toBe("us")
    const [region] = await store.sql<{ there: number }>(
      `select count(*)::int as there from region_country rc join cart c on c.region_id = rc.region_id
       where c.id = $1 and rc.iso_2 = $2`,
      [cart?.id, country]
    )
    expect(region?.there).toBe(1)
  })

  it("is the shipping address's where the region has it", async () => {
    const shopper = new Shopper(store)
    await shopper.startCheckout()
    expect(await countryOf(shopper)).toBe("de")
    expect(pageOf(store, shopper).redirects.success).toContain("/bpc/return/")
  })
})
