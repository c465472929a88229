import { createElement } from "react"
import { renderToString } from "react-dom/server"
import { BpcPaymentButton, BpcPaymentMessage } from "../react"
import { aCart } from "./fake-shop"

const cart = aCart()

it("is rendered by a server, with the amount in the shopper's language", () => {
  const html = renderToString(
    createElement(BpcPaymentButton, {
      cart,
      locale: "de",
      className: "primary",
    })
  )
  expect(html.replaceAll("\u00a0", " ")).toBe(
    '<button class="primary" type="button" aria-busy="false">26,90 € bezahlen</button>'
  )
})

it.each([
  ["jpy", 9800, "Pay ¥9,800"],
  ["kwd", 21.75, "Pay KWD 21.750"],
])("writes %s with the digits that it has", (currency_code, total, label) => {
  const html = renderToString(
    createElement(BpcPaymentButton, {
      cart: { ...cart, currency_code, total },
      locale: "en",
    })
  )
  expect(html.replaceAll("\u00a0", " ")).toContain(`>${label}</button>`)
})

it("takes the shop's label, look and attributes", () => {
  const html = renderToString(
    createElement(BpcPaymentButton, {
      cart,
      disabled: true,
      style: { color: "red" },
      ...{ "data-testid": "submit-order-button" },
      children: ({ busy }) => (busy ? "…" : "Place order"),
    })
  )
  expect(html).toBe(
    '<button style="color:red" disabled="" data-testid="submit-order-button" type="button" aria-busy="false">Place order</button>'
  )
})

it("has a look of its own without a class, made of variables", () => {
  const html = renderToString(createElement(BpcPaymentButton, { cart }))
  expect(html).toContain("background:var(--bpc-background,")
})

it("renders no message on the server, whose address is not the shopper's", () => {
  expect(
    renderToString(createElement(BpcPaymentMessage, { reason: "failed" }))
  ).toBe("")
})
