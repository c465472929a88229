import { type SessionState, type LedgerRow } from "../../ledger"
import { type ReturnAnswer, returnAnswer } from "../return-answer"
import { type ReturnSide } from "../return-token"
import {
  RETURN_SECRET,
  aLedgerRow,
  someSettings,
} from "../../__tests__/builders"

const CONFIRMED = "https://shop.example/de/order/order_1/confirmed"
const backWith = (reason: string): ReturnAnswer => ({
  kind: "redirect",
  url: `https://shop.example/de/checkout?step=payment&payment_error=${reason}`,
})
const order: ReturnAnswer = { kind: "redirect", url: CONFIRMED }
const checking: ReturnAnswer = { kind: "checking" }
const held: ReturnAnswer = { kind: "held" }

const SIDES: readonly ReturnSide[] = ["success", "failure"]

function answerFor(
  row: Partial<LedgerRow>,
  side: ReturnSide = "success",
  settings = someSettings()
): ReturnAnswer {
  return returnAnswer(aLedgerRow(row), side, settings)
}

function urlFor(...input: Parameters<typeof answerFor>): string {
  const answer = answerFor(...input)
  if (answer.kind !== "redirect") {
    throw new Error(`No redirect but ${answer.kind}`)
  }
  return answer.url
}

describe("where the shopper is led", () => {
  type Case = {
    state: SessionState
    row?: Partial<LedgerRow>
    success: ReturnAnswer
    failure: ReturnAnswer
  }
  // prettier-ignore
  const cases: Case[] = [
    { state: "creating", success: checking, failure: backWith("not_completed") },
    { state: "open", success: checking, failure: backWith("not_completed") },
    { state: "open", row: { declineClass: "card_expired" }, success: checking, failure: backWith("card_expired") },
    { state: "open", row: { declineClass: "blocked" }, success: checking, failure: backWith("declined") },
    { state: "expired", row: { declineClass: "limit" }, success: backWith("expired"), failure: backWith("expired") },
    { state: "paid", success: checking, failure: checking },
    { state: "authorized", success: checking, failure: checking },
    { state: "paid", row: { reason: "cart_changed" }, success: backWith("refunded"), failure: backWith("refunded") },
    { state: "authorized", row: { reason: "cart_gone" }, success: backWith("refunded"), failure: backWith("refunded") },
    { state: "paid", row: { orderId: "order_1" }, success: order, failure: order },
    { state: "authorized", row: { orderId: "order_1" }, success: order, failure: order },
    { state: "refunded", row: { orderId: "order_1" }, success: order, failure: order },
    { state: "refunded", success: backWith("refunded"), failure: backWith("refunded") },
    { state: "held", success: held, failure: held },
    { state: "held", row: { orderId: "order_1" }, success: held, failure: held },
    { state: "canceled", success: backWith("canceled"), failure: backWith("canceled") },
    { state: "canceled", row: { reason: "cart_changed" }, success: backWith("refunded"), failure: backWith("refunded") },
    { state: "canceled", row: { orderId: "order_1" }, success: backWith("canceled"), failure: backWith("canceled") },
    { state: "expired", success: backWith("expired"), failure: backWith("expired") },
    { state: "expired", row: { reason: "replaced" }, success: backWith("expired"), failure: backWith("expired") },
    { state: "failed", row: { reason: "gateway_refused" }, success: backWith("failed"), failure: backWith("failed") },
  ]
  it.each(
    cases.flatMap((one) =>
      SIDES.map((side) => ({
        ...one,
        side,
        because: JSON.stringify(one.row ?? {}),
        answer: one[side],
      }))
    )
  )("$state $because from the $side side", ({ state, row, side, answer }) => {
    expect(answerFor({ state, ...row }, side)).toEqual(answer)
  })
})

describe("once the cart is an order that other money paid for", () => {
  const other = { id: "order_1", number: 7 }
  const twice: ReturnAnswer = { kind: "paid_twice", url: CONFIRMED, order: 7 }
  // prettier-ignore
  const cases: { row: Partial<LedgerRow>; answer: ReturnAnswer }[] = [
    { row: { state: "expired" }, answer: order },
    { row: { state: "expired", reason: "replaced" }, answer: order },
    { row: { state: "failed", reason: "gateway_refused" }, answer: order },
    { row: { state: "canceled" }, answer: order },
    { row: { state: "paid", reason: "duplicate_payment" }, answer: twice },
    { row: { state: "refunded", reason: "duplicate_payment" }, answer: twice },
    { row: { state: "canceled", reason: "duplicate_payment" }, answer: twice },
    { row: { state: "paid" }, answer: checking },
    { row: { state: "held" }, answer: held },
    { row: { state: "expired", cartId: null, forOrderId: "order_2" }, answer: { kind: "order_unpaid", reason: "expired" } },
  ]
  it.each(cases)(
    "$row.state, $row.reason: the order, and a word about money that goes back",
    ({ row, answer }) => {
      for (const side of SIDES) {
        expect(
          returnAnswer(aLedgerRow(row), side, someSettings(), other)
        ).toEqual(answer)
      }
    }
  )
})

describe("a template", () => {
  const paid = { state: "paid", orderId: "order_1" } as const
  // prettier-ignore
  const cases: { name: string; row?: Partial<LedgerRow>; template: string; url: string }[] = [
    { name: "is filled with country and order", template: "{storefront}/{country}/order/{order_id}/confirmed", url: CONFIRMED },
    { name: "loses its country segment when there is no country", row: { countryCode: null }, template: "{storefront}/{country}/order/{order_id}", url: "https://shop.example/order/order_1" },
    { name: "loses it also further in the path", row: { countryCode: null }, template: "{storefront}/store/{country}/order/{order_id}", url: "https://shop.example/store/order/order_1" },
    { name: "may name the cart", template: "{storefront}/thanks?cart={cart_id}&order={order_id}", url: "https://shop.example/thanks?cart=cart_1&order=order_1" },
    { name: "leaves an unknown word empty", template: "{storefront}/{unknown}/x", url: "https://shop.example/x" },
    { name: "may be a whole address", template: "https://app.example/done/{order_id}", url: "https://app.example/done/order_1" },
    { name: "may be an app's own scheme", template: "shopapp://order/{order_id}", url: "shopapp://order/order_1" },
    { name: "without a place to fill stays as it is", template: "{storefront}/done", url: "https://shop.example/done" },
    { name: "uses a word twice", template: "{storefront}/{order_id}/{order_id}", url: "https://shop.example/order_1/order_1" },
  ]
  it.each(cases)("$name", ({ row, template, url }) => {
    expect(
      urlFor(
        { ...paid, ...row },
        "success",
        someSettings({
          successTemplate: template,
          allowedReturnOrigins: ["https://app.example", "shopapp://order"],
        })
      )
    ).toBe(url)
  })

  // prettier-ignore
  it.each([
    "https://app.example/done/{order_id}",
    "https://app.example.evil.example/{order_id}",
    "https://app.example@evil.example/{order_id}",
    "http://app.example/{order_id}",
    "otherapp://order/{order_id}",
    "javascript:alert(1)//{order_id}",
    "not a url {order_id}",
  ])("leads to the storefront when the origin is not listed: %s", (successTemplate) => {
    const settings = someSettings({
      successTemplate,
      allowedReturnOrigins: successTemplate.includes("/done/") ? [] : ["https://app.example", "shopapp://order"],
    })
    expect(urlFor(paid, "success", settings)).toBe("https://shop.example")
  })

  it("keeps a storefront's path prefix", () => {
    const settings = someSettings({ storefrontUrl: "https://shop.example/eu" })
    expect(urlFor(paid, "success", settings)).toBe(
      "https://shop.example/eu/de/order/order_1/confirmed"
    )
  })

  it.each([
    { value: "a/b?c#d&e=f", encoded: "a%2Fb%3Fc%23d%26e%3Df" },
    { value: "@evil.example/", encoded: "%40evil.example%2F" },
    { value: "//evil.example", encoded: "%2F%2Fevil.example" },
    { value: "\r\nSet-Cookie: a=b", encoded: "%0D%0ASet-Cookie%3A%20a%3Db" },
    { value: "$&$1", encoded: "%24%26%241" },
    { value: "{reason}", encoded: "%7Breason%7D" },
    { value: "日本", encoded: "%E6%97%A5%E6%9C%AC" },
  ])("encodes $value wherever it is filled in", ({ value, encoded }) => {
    const row = {
      state: "paid",
      orderId: value,
      countryCode: value,
      cartId: value,
    } as const
    const settings = someSettings({
      successTemplate: "{storefront}/{country}/{order_id}?cart={cart_id}",
    })
    const url = urlFor(row, "success", settings)
    expect(url).toBe(
      `https://shop.example/${encoded}/${encoded}?cart=${encoded}`
    )
    expect(new URL(url).origin).toBe("https://shop.example")
  })

  it("never carries the return secret", () => {
    for (const side of SIDES) {
      expect(
        JSON.stringify([answerFor(paid, side), answerFor({}, side)])
      ).not.toContain(RETURN_SECRET)
    }
  })
})

describe("whoever paid an order by link", () => {
  const byLink = { cartId: null, forOrderId: "order_1" }
  const unpaid = (reason: string) => ({ kind: "order_unpaid", reason })
  // prettier-ignore
  const cases: { row: Partial<LedgerRow>; side?: ReturnSide; answer: object }[] = [
    { row: { state: "open" }, answer: checking },
    { row: { state: "open" }, side: "failure", answer: unpaid("not_completed") },
    { row: { state: "paid" }, answer: checking },
    { row: { state: "paid", orderId: "order_1" }, answer: { kind: "order_paid" } },
    { row: { state: "authorized", orderId: "order_1" }, answer: { kind: "order_paid" } },
    { row: { state: "refunded", orderId: "order_1" }, answer: { kind: "order_paid" } },
    { row: { state: "refunded", reason: "order_changed" }, answer: unpaid("refunded") },
    { row: { state: "paid", reason: "order_changed" }, answer: unpaid("refunded") },
    { row: { state: "expired", reason: "replaced" }, answer: unpaid("expired") },
    { row: { state: "canceled" }, answer: unpaid("canceled") },
    { row: { state: "failed" }, answer: unpaid("failed") },
    { row: { state: "held" }, answer: held },
  ]
  it.each(cases)("sees a page of our own: %j", ({ row, side, answer }) => {
    expect(answerFor({ ...byLink, ...row }, side)).toEqual(answer)
  })

  it("is led to the shop's own success address where one is set, never to its checkout", () => {
    const settings = someSettings({
      successTemplate: "{storefront}/thanks/{order_id}",
      failureTemplate: "{storefront}/again",
    })
    const row = { ...byLink, state: "paid", orderId: "order_1" } as const
    expect(urlFor(row, "success", settings)).toBe(
      "https://shop.example/thanks/order_1"
    )
    expect(
      answerFor({ ...byLink, state: "open" }, "failure", settings)
    ).toEqual(unpaid("not_completed"))
  })
})
