import {
  forgetPayment,
  paymentStatus,
  rememberedPayment,
  startPayment,
  watchPayment,
} from ".."
import { FakeBrowser } from "./fake-browser"
import { FakeShop, aCart } from "./fake-shop"

let browser: FakeBrowser
let shop: FakeShop
const pending = { status: "pending" }
const placed = { status: "paid", order_id: "order_1" }

beforeEach(() => {
  jest.useFakeTimers()
  browser = new FakeBrowser().install()
  shop = new FakeShop().install()
})
afterEach(() => jest.useRealTimers())

describe("the status of a payment", () => {
  it("is asked for until the order is there, and nothing is completed by it", async () => {
    shop.answer(pending).answer(pending).answer(placed)
    const status = paymentStatus("payses_1", shop.api)
    await jest.runAllTimersAsync()
    expect(await status).toEqual(placed)
    expect(shop.asked).toHaveLength(3)
    for (const question of shop.asked) {
      expect(question).toEqual({
        method: "GET",
        path: "/store/bpc/status/payses_1",
        body: undefined,
        key: "pk",
      })
    }
  })

  it.each(["failed", "expired"])("%s is an end too", async (status) => {
    shop.answer({ status })
    expect(await paymentStatus("payses_1", shop.api)).toEqual({ status })
  })

  it("survives a shop that is away for a while", async () => {
    shop.fail().answer({}, 503).answer(placed)
    const status = paymentStatus("payses_1", shop.api)
    await jest.runAllTimersAsync()
    expect(await status).toEqual(placed)
  })

  it("is asked for less and less often", async () => {
    shop.always = { status: 200, body: pending }
    const stop = new AbortController()
    const status = paymentStatus("payses_1", {
      ...shop.api,
      signal: stop.signal,
    })
    status.catch(() => undefined)
    await jest.advanceTimersByTimeAsync(10 * 60_000)
    expect(shop.asked.length).toBeGreaterThan(30)
    expect(shop.asked.length).toBeLessThan(60)
    stop.abort(new Error("enough"))
    await expect(status).rejects.toThrow("enough")
    expect(jest.getTimerCount()).toBe(0)
  })

  it("is asked for at once when the shopper comes back to the tab", async () => {
    shop.answer(pending).answer(placed)
    const status = paymentStatus("payses_1", shop.api)
    await jest.advanceTimersByTimeAsync(0)
    browser.comeBack()
    expect(await status).toEqual(placed)
  })

  it("is asked for once without patience", async () => {
    shop.answer(pending)
    expect(
      await paymentStatus("payses_1", { ...shop.api, patienceMs: 0 })
    ).toEqual(pending)
  })

  it("is an error for a payment that is not the plugin's", async () => {
    shop.answer({ message: "There is no BPC payment." }, 404)
    await expect(paymentStatus("payses_1", shop.api)).rejects.toMatchObject({
      code: "not_found",
    })
  })
})

describe("a tab that watches", () => {
  const watch = () => {
    const onOrder = jest.fn()
    const onEnd = jest.fn()
    const stop = watchPayment({ ...shop.api, onOrder, onEnd })
    return { onOrder, onEnd, stop }
  }

  const anotherTabIsToldFirst = async () => {
    forgetPayment()
    browser.dispatchEvent(
      Object.assign(new Event("storage"), { key: "bpc.payment" })
    )
    shop.always = { status: 200, body: placed }
    await jest.runAllTimersAsync()
  }

  it("asks nothing as long as no payment was started", async () => {
    watch()
    await jest.runAllTimersAsync()
    expect(shop.asked).toEqual([])
  })

  it("finds the order of a payment whose tab was closed, once", async () => {
    await startPayment(aCart())
    shop.answer(pending).answer(placed)
    const { onOrder } = watch()
    await jest.runAllTimersAsync()
    expect(onOrder.mock.calls).toEqual([["order_1", "cart_1"]])
    expect(rememberedPayment()).toBeUndefined()
  })

  it("watches a payment that is started while it is there", async () => {
    const { onOrder } = watch()
    shop.answer(placed)
    await startPayment(aCart())
    await jest.runAllTimersAsync()
    expect(onOrder).toHaveBeenCalledTimes(1)
  })

  it("hears of payments that another tab starts", async () => {
    const { onOrder } = watch()
    browser.localStorage.setItem("bpc.payment", "payses_2 cart_2")
    shop.answer(placed)
    browser.dispatchEvent(
      Object.assign(new Event("storage"), { key: "bpc.payment" })
    )
    await jest.runAllTimersAsync()
    expect(onOrder.mock.calls).toEqual([["order_1", "cart_2"]])
  })

  it("tells the tab in which the payment was started, also when another one was told before", async () => {
    const { onOrder } = watch()
    shop.always = { status: 200, body: pending }
    await startPayment(aCart())
    await jest.advanceTimersByTimeAsync(0)
    await anotherTabIsToldFirst()
    expect(onOrder.mock.calls).toEqual([["order_1", "cart_1"]])
  })

  it("leaves the order to the tab that has found it first, where it was not started here", async () => {
    await startPayment(aCart())
    shop.always = { status: 200, body: pending }
    const { onOrder } = watch()
    await jest.advanceTimersByTimeAsync(0)
    await anotherTabIsToldFirst()
    expect(onOrder).not.toHaveBeenCalled()
  })

  it("tells an end without an order, and forgets it", async () => {
    await startPayment(aCart())
    shop.answer({ status: "expired" })
    const { onOrder, onEnd } = watch()
    await jest.runAllTimersAsync()
    expect(onEnd.mock.calls).toEqual([["expired"]])
    expect(onOrder).not.toHaveBeenCalled()
    expect(rememberedPayment()).toBeUndefined()
  })

  it("forgets a payment that the shop does not know any more", async () => {
    await startPayment(aCart())
    shop.answer({}, 404)
    watch()
    await jest.runAllTimersAsync()
    expect(rememberedPayment()).toBeUndefined()
  })

  it("leaves nothing running when it stops", async () => {
    await startPayment(aCart())
    shop.always = { status: 200, body: pending }
    const { stop } = watch()
    await jest.advanceTimersByTimeAsync(0)
    stop()
    await jest.advanceTimersByTimeAsync(0)
    expect(jest.getTimerCount()).toBe(0)
  })
})
