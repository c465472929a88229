import { formatMoney } from "../money"

describe("an amount as the shopper reads it", () => {
  it.each`
    amount    | currency | text
    ${64}     | ${"eur"} | ${"€64.00"}
    ${19.9}   | ${"usd"} | ${"$19.90"}
    ${9800}   | ${"jpy"} | ${"¥9,800"}
    ${21.75}  | ${"kwd"} | ${"KWD 21.750"}
    ${1234.5} | ${"eur"} | ${"€1,234.50"}
  `("$amount $currency is $text", ({ amount, currency, text }) => {
    expect(formatMoney(amount, currency).replace(/\s/g, " ")).toBe(text)
  })
})
