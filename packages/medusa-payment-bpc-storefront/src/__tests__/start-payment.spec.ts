import { BpcPaymentError, errorText, rememberedPayment, startPayment } from ".."
import { FakeBrowser } from "./fake-browser"
import { EXPIRED, FakeShop, PAGE, aCart, collection } from "./fake-shop"

let browser: FakeBrowser
let shop: FakeShop

beforeEach(() => {
  browser = new FakeBrowser().install()
  shop = new FakeShop().install()
})

const expired = aCart({ payment_collection: collection(EXPIRED) })

it("uses the page that the cart knows when there is nobody to ask", async () => {
  expect(await startPayment(aCart())).toEqual({
    url: PAGE,
    paymentSessionId: "payses_1",
  })
  expect(shop.asked).toEqual([])
})

it("remembers the payment, so that its order is found by another tab", async () => {
  await startPayment(aCart())
  expect(rememberedPayment()).toEqual({
    paymentSessionId: "payses_1",
    cartId: "cart_1",
  })
})

it("renews an expired page through the store API, in the shopper's language", async () => {
  browser.document.documentElement.lang = "de"
  shop.answer({ payment_collection: collection({ paymentUrl: `${PAGE}2` }) })
  const page = await startPayment(expired, {
    ...shop.api,
    returnTo: "myshop://order/{order_id}",
  })
  expect(page.url).toBe(`${PAGE}2`)
  expect(shop.asked).toEqual([
    {
      method: "POST",
      path: "/store/payment-collections/pay_col_1/payment-sessions",
      body: {
        provider_id: "pp_bpc_bpc",
        data: { locale: "de", return_to: "myshop://order/{order_id}" },
      },
      key: "pk",
    },
  ])
})

it("asks the shop although the cart knows a page: it may have been closed meanwhile", async () => {
  shop.answer({ payment_collection: collection({ paymentUrl: `${PAGE}2` }) })
  const page = await startPayment(aCart(), shop.api)
  expect(page.url).toBe(`${PAGE}2`)
})

it("opens a payment collection for a cart that has none", async () => {
  shop
    .answer({ payment_collection: { id: "pay_col_1" } })
    .answer({ payment_collection: collection() })
  await startPayment(aCart({ payment_collection: null }), {
    ...shop.api,
    backendUrl: `${shop.api.backendUrl}/`,
    providerId: "pp_bpc_second",
  })
  expect(shop.asked).toMatchObject([
    { path: "/store/payment-collections", body: { cart_id: "cart_1" } },
    { body: { provider_id: "pp_bpc_second" } },
  ])
})

it("leads a shopper who has paid already to the order, although that page's time is over", async () => {
  const paid = collection({ ...EXPIRED, paymentUrl: `${PAGE}-return` })
  shop.answer({ payment_collection: paid })
  const page = await startPayment(expired, shop.api)
  expect(page.url).toBe(`${PAGE}-return`)
})

it("lets the shop renew by a function of its own, such as a server action", async () => {
  const onRenew = jest
    .fn()
    .mockResolvedValue({ payment_collection: collection() })
  await startPayment(expired, { ...shop.api, onRenew })
  expect(onRenew).toHaveBeenCalledWith(expired)
  expect(shop.asked).toEqual([])
})

describe("when no payment can be started", () => {
  const attempt = () =>
    startPayment(expired, shop.api).catch((error: unknown) => error)
  const sentence =
    "Card payment is not available in this currency. You have not been charged."

  it("tells readers of English what the shop said, and others that nothing was charged", async () => {
    shop.answer({ type: "not_allowed", message: sentence }, 400)
    const error = await attempt()
    expect(error).toMatchObject({ code: "refused" })
    expect(errorText(error, "en-GB")).toBe(sentence)
    expect(errorText(error, "fr-CA")).toBe(
      "Le paiement n’a pas pu démarrer. Rien n’a été débité ; veuillez réessayer."
    )
    expect(rememberedPayment()).toBeUndefined()
  })

  // prettier-ignore
  const cases = [
    { name: "no connection", prepare: () => shop.fail(), code: "unreachable" },
    { name: "a shop in trouble", prepare: () => shop.answer({ message: "An unknown error occurred." }, 500), code: "failed" },
    { name: "an answer that is no JSON", prepare: () => shop.answer("<html>", 502), code: "failed" },
    { name: "an answer without a page", prepare: () => shop.answer({ payment_collection: collection({ paymentUrl: null }) }), code: "failed" },
  ]
  it.each(cases)("says the same for $name", async ({ prepare, code }) => {
    prepare()
    const error = await attempt()
    expect(error).toBeInstanceOf(BpcPaymentError)
    expect(error).toMatchObject({ code })
    expect(errorText(error)).toBe(
      "The payment could not be started. Nothing was charged; please try again."
    )
  })

  it("tells the developer that the shop's address is missing", async () => {
    await expect(startPayment(expired)).rejects.toThrow(
      "no backendUrl and no onRenew"
    )
  })
})

it("works without a storage and without a page, as in an app", async () => {
  Object.assign(globalThis, { localStorage: undefined, document: undefined })
  expect((await startPayment(aCart())).url).toBe(PAGE)
  expect(rememberedPayment()).toBeUndefined()
})
