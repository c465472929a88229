import { isBpc, paymentUrl } from ".."
import { EXPIRED, PAGE, aCart, collection } from "./fake-shop"

it.each([
  ["pp_bpc_bpc", true],
  ["pp_bpc_second", true],
  ["pp_system_default", false],
  ["bpc", false],
  ["", false],
  [undefined, false],
  [null, false],
])("whether %s is this plugin's provider: %s", (id, expected) => {
  expect(isBpc(id)).toBe(expected)
})

describe("the page of a cart", () => {
  const inSeconds = (seconds: number) =>
    new Date(Date.now() + seconds * 1000).toISOString()
  // prettier-ignore
  const cases = [
    { name: "is the open one", cart: aCart(), url: PAGE },
    { name: "is none once it has expired", cart: aCart({ payment_collection: collection(EXPIRED) }), url: undefined },
    { name: "is none when it is about to expire", cart: aCart({ payment_collection: collection({ expiresAt: inSeconds(30) }) }), url: undefined },
    { name: "is there without a known end", cart: aCart({ payment_collection: collection({ expiresAt: null }) }), url: PAGE },
    { name: "is none of another provider's", cart: aCart({ payment_collection: collection({}, "pp_stripe_stripe") }), url: undefined },
    { name: "is none before a session exists", cart: aCart({ payment_collection: { id: "pay_col_1" } }), url: undefined },
    { name: "is none without a collection", cart: aCart({ payment_collection: null }), url: undefined },
    { name: "is never a script", cart: aCart({ payment_collection: collection({ paymentUrl: "javascript:alert(1)" }) }), url: undefined },
    { name: "is none when the session has none yet", cart: aCart({ payment_collection: collection({ paymentUrl: null }) }), url: undefined },
  ]
  it.each(cases)("$name", ({ cart, url }) => {
    expect(paymentUrl(cart)).toBe(url)
  })
})
