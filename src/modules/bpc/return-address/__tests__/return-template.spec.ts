import { backToShop, returnAnswer } from "../return-answer"
import { isAllowedReturn } from "../return-template"
import { aLedgerRow, someSettings } from "../../__tests__/builders"

const settings = someSettings({
  allowedReturnOrigins: [
    "myshop://",
    "other://checkout",
    "https://app.shop.example",
  ],
})

describe("where a checkout may ask to be led", () => {
  // prettier-ignore
  const cases = [
    { url: "myshop://order/{order_id}", allowed: true },
    { url: "myshop://anything/below?x=1", allowed: true },
    { url: "other://checkout/{order_id}", allowed: true },
    { url: "other://elsewhere", allowed: false },
    { url: "https://app.shop.example/paid", allowed: true },
    { url: "https://shop.example/de/thanks", allowed: true },
    { url: "https://shop.example.evil.example/", allowed: false },
    { url: "https://shop.example@evil.example/", allowed: false },
    { url: "http://app.shop.example/paid", allowed: false },
    { url: "https://{order_id}.evil.example/", allowed: false },
    { url: "{storefront}/de", allowed: false },
    { url: "//evil.example", allowed: false },
    { url: "javascript:alert(1)", allowed: false },
    { url: "java\nscript:alert(1)", allowed: false },
    { url: "myshop://order/\r\nSet-Cookie: a=b", allowed: false },
    { url: `myshop://${"x".repeat(500)}`, allowed: false },
    { url: "unlisted://order", allowed: false },
  ]
  it.each(cases)("$url: $allowed", ({ url, allowed }) => {
    expect(isAllowedReturn(url, settings)).toBe(allowed)
  })
})

describe("a shopper who asked to be led to an app", () => {
  const paid = { state: "paid", orderId: "order_1" } as const
  const open = { state: "open" } as const
  // prettier-ignore
  const cases = [
    { row: paid, returnTo: "myshop://order/{order_id}", url: "myshop://order/order_1" },
    { row: paid, returnTo: "myshop://back", url: "myshop://back?order_id=order_1" },
    { row: paid, returnTo: "myshop://back?tab=2#top", url: "myshop://back?tab=2&order_id=order_1#top" },
    { row: open, returnTo: "myshop://order/{order_id}", url: "myshop://order/?payment_error=not_completed" },
    { row: open, returnTo: "myshop://back/{reason}", url: "myshop://back/not_completed" },
    { row: paid, returnTo: "https://app.shop.example/{country}/done", url: "https://app.shop.example/de/done?order_id=order_1" },
  ]
  it.each(cases)("$row.state, $returnTo: $url", ({ row, returnTo, url }) => {
    expect(
      returnAnswer(aLedgerRow({ ...row, returnTo }), "failure", settings)
    ).toEqual({ kind: "redirect", url })
  })

  it("is led to the shop when the app has been taken off the list since", () => {
    const row = aLedgerRow({ ...paid, returnTo: "gone://order/{order_id}" })
    expect(returnAnswer(row, "success", settings)).toEqual({
      kind: "redirect",
      url: "https://shop.example",
    })
  })

  it("finds the app behind the link on our own pages", () => {
    const row = aLedgerRow({ returnTo: "myshop://order/{order_id}" })
    expect(backToShop(row, settings)).toBe("myshop://order/")
    expect(backToShop(aLedgerRow({ returnTo: null }), settings)).toBe(
      "https://shop.example"
    )
  })
})
