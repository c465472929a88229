import { redirectToPayment } from ".."
import { FakeBrowser } from "./fake-browser"
import { EXPIRED, FakeShop, PAGE, aCart, collection } from "./fake-shop"

let browser: FakeBrowser
let shop: FakeShop
let carts = 0

beforeEach(() => {
  jest.useFakeTimers()
  browser = new FakeBrowser().install()
  shop = new FakeShop().install()
})
afterEach(() => jest.useRealTimers())

/** Each test has a cart of its own: a payment that is under way belongs to its cart. */
const newCart = (data = {}) =>
  aCart({ id: `cart_${++carts}`, payment_collection: collection(data) })

it("opens the page in the same window, and is done when the shopper comes back", async () => {
  const left = redirectToPayment(newCart())
  await Promise.resolve()
  expect(browser.visited).toEqual([PAGE])
  browser.comeBack()
  await left
})

it("starts one payment for two clicks", async () => {
  shop.answer({ payment_collection: collection() })
  const cart = newCart(EXPIRED)
  const first = redirectToPayment(cart, shop.api)
  const second = redirectToPayment(cart, shop.api)
  await jest.runAllTimersAsync()
  await Promise.all([first, second])
  expect(shop.asked).toHaveLength(1)
  expect(browser.visited).toEqual([PAGE])
})

it("can be used again after an error", async () => {
  shop.fail().answer({ payment_collection: collection() })
  const cart = newCart(EXPIRED)
  await expect(redirectToPayment(cart, shop.api)).rejects.toMatchObject({
    code: "unreachable",
  })
  const again = redirectToPayment(cart, shop.api)
  await jest.runAllTimersAsync()
  await again
  expect(browser.visited).toEqual([PAGE])
})

it("can be used again when the gateway does not answer for long", async () => {
  const cart = newCart()
  const slow = redirectToPayment(cart)
  await jest.runAllTimersAsync()
  await slow
  const again = redirectToPayment(cart)
  await jest.runAllTimersAsync()
  await again
  expect(browser.visited).toEqual([PAGE, PAGE])
})

describe("in a new tab", () => {
  const options = { target: "new" } as const

  it("opens the page there, which has no hold on the shop's", async () => {
    await redirectToPayment(newCart(), options)
    expect(browser.visited).toEqual([])
    expect(browser.tabs).toMatchObject([{ visited: [PAGE], opener: null }])
  })

  it("opens the tab in the click itself, before the shop has answered", async () => {
    const later = `${PAGE}-later`
    shop.answer({ payment_collection: collection({ paymentUrl: later }) })
    const opening = redirectToPayment(newCart(EXPIRED), {
      ...options,
      ...shop.api,
    })
    expect(browser.tabs).toHaveLength(1)
    await opening
    expect(browser.tabs[0]?.visited).toEqual([later])
  })

  it("falls back to the same window when the browser blocks it", async () => {
    browser.popUpsBlocked = true
    const left = redirectToPayment(newCart(), options)
    await jest.runAllTimersAsync()
    await left
    expect(browser.visited).toEqual([PAGE])
  })

  it("does not leave an empty tab behind when the payment cannot be started", async () => {
    shop.fail()
    const opening = redirectToPayment(newCart(EXPIRED), {
      ...options,
      ...shop.api,
    })
    await expect(opening).rejects.toMatchObject({ code: "unreachable" })
    expect(browser.tabs).toMatchObject([{ closed: true, visited: [] }])
  })

  it("shows the tab that has the page already instead of a second one", async () => {
    const page = { paymentUrl: `${PAGE}-in-a-tab` }
    await redirectToPayment(newCart(page), options)
    await redirectToPayment(newCart(page), options)
    expect(browser.tabs).toMatchObject([
      { closed: false, focused: 1 },
      { closed: true, visited: [] },
    ])
  })
})
