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

describe("in a frame, where the page refuses to be shown", () => {
  it("leads the whole window there", async () => {
    const led = browser.frame(true)
    const left = redirectToPayment(newCart())
    await jest.runAllTimersAsync()
    await left
    expect(led).toEqual([PAGE])
    expect(browser.visited).toEqual([])
    expect(browser.tabs).toEqual([])
  })

  it("opens a tab when the browser forbids that, and shows it again when asked again", async () => {
    browser.frame(false)
    const cart = newCart({ paymentUrl: `${PAGE}-framed` })
    await redirectToPayment(cart)
    expect(browser.tabs).toMatchObject([
      { visited: [`${PAGE}-framed`], opener: null },
    ])
    await redirectToPayment(cart)
    expect(browser.tabs).toMatchObject([{ closed: false, focused: 1 }])
    expect(browser.visited).toEqual([])
  })

  it("says that the payment could not be started when it forbids both, and can be tried again", async () => {
    browser.frame(false)
    browser.popUpsBlocked = true
    const cart = newCart()
    await expect(redirectToPayment(cart)).rejects.toMatchObject({
      code: "failed",
    })
    browser.popUpsBlocked = false
    await redirectToPayment(cart)
    expect(browser.tabs).toMatchObject([{ visited: [PAGE] }])
    expect(browser.visited).toEqual([])
  })

  it("opens the new tab that was asked for, and leads the window where that is blocked", async () => {
    const led = browser.frame(true)
    await redirectToPayment(newCart({ paymentUrl: `${PAGE}-tab` }), {
      target: "new",
    })
    expect(browser.tabs).toMatchObject([{ visited: [`${PAGE}-tab`] }])
    expect(led).toEqual([])
    browser.popUpsBlocked = true
    const left = redirectToPayment(newCart(), { target: "new" })
    await jest.runAllTimersAsync()
    await left
    expect(led).toEqual([PAGE])
  })
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
