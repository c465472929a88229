import { type Money, formatMoney, moneyOf, parseCurrency } from "../index"
import { decimalPart, minorPart } from "../rounding"

const money = (minor: number, code: string): Money => {
  const currency = parseCurrency(code)
  if (!currency) {
    throw new Error(`${code} is unknown`)
  }
  return moneyOf(minor, currency)
}

describe("what of a part goes to the gateway", () => {
  // prettier-ignore
  it.each([
    { before: "0", after: "3.335", currency: "eur", part: 334, total: 334 },
    { before: "3.335", after: "6.67", currency: "eur", part: 333, total: 667 },
    { before: "3.333333", after: "6.666666", currency: "eur", part: 334, total: 667 },
    { before: "6.666666", after: "9.999999", currency: "eur", part: 333, total: 1_000 },
    { before: "6.6666", after: "13.3332", currency: "eur", part: 666, total: 1_333 },
    { before: "0", after: "0.004", currency: "eur", part: 0, total: 0 },
    { before: "0.004", after: "0.008", currency: "eur", part: 1, total: 1 },
    { before: "5", after: "5", currency: "eur", part: 0, total: 500 },
    { before: "0", after: "3546.78", currency: "jpy", part: 3_547, total: 3_547 },
    { before: "1000", after: "3546.78", currency: "jpy", part: 2_547, total: 3_547 },
    { before: "0.4", after: "0.8", currency: "jpy", part: 1, total: 1 },
    { before: "0.0005", after: "0.001", currency: "kwd", part: 0, total: 1 },
    { before: "1e-7", after: "1.0000001", currency: "kwd", part: 1_000, total: 1_000 },
  ])(
    "$before, then $after $currency: $part",
    ({ before, after, currency, part, total }) => {
      expect(minorPart({ before, after }, currency)).toEqual({
        ok: true,
        value: {
          part: money(part, currency),
          total: money(total, currency),
        },
      })
    }
  )

  it.each([
    [{ before: "2", after: "1" }, "eur", "negative"],
    [{ before: "", after: "1" }, "eur", "not_a_number"],
    [{ before: "1", after: "" }, "eur", "not_a_number"],
    [{ before: "0", after: "1" }, "abc", "unknown_currency"],
  ])("%j %s is %s", (sum, currency, reason) => {
    expect(minorPart(sum, currency)).toMatchObject({
      ok: false,
      error: { reason },
    })
  })
})

describe("under which decimal Medusa books an amount", () => {
  // prettier-ignore
  it.each([
    { amount: money(3_547, "JPY"), booked: "0", whole: "3546.78", decimal: "3546.78" },
    { amount: money(3_546, "JPY"), booked: "0", whole: "3546.78", decimal: "3546" },
    { amount: money(1, "JPY"), booked: "3546", whole: "3546.78", decimal: "0.78" },
    { amount: money(3_546, "JPY"), booked: "0", whole: "3546.22", decimal: "3546.22" },
    { amount: money(2_398, "EUR"), booked: "0", whole: "23.9762", decimal: "23.9762" },
    { amount: money(2_397, "EUR"), booked: "0", whole: "23.9762", decimal: "23.97" },
    { amount: money(1_731, "EUR"), booked: "6.668333", whole: "23.9762", decimal: "17.307867" },
    { amount: money(2_000, "EUR"), booked: "0", whole: "20", decimal: "20" },
    { amount: money(1_000, "EUR"), booked: "0", whole: "20", decimal: "10.00" },
    { amount: money(897, "EUR"), booked: "0", whole: "8.966666666666666667", decimal: "8.966666666666666667" },
    { amount: money(1_500, "KWD"), booked: "0.0004", whole: "1.50041", decimal: "1.50001" },
    { amount: money(2_001, "EUR"), booked: "0", whole: "20", decimal: "20.01" },
    { amount: money(500, "EUR"), booked: "", whole: "", decimal: "5.00" },
  ])(
    "$amount.minor on top of $booked of $whole $amount.currency: $decimal",
    ({ amount, booked, whole, decimal }) => {
      expect(decimalPart(amount, { booked, whole })).toBe(decimal)
      expect(formatMoney(amount)).toContain(amount.currency)
    }
  )
})
