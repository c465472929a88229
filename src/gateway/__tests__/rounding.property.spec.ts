import BigNumber from "bignumber.js"
import fc from "fast-check"
import { type CurrencyCode, moneyOf, parseCurrency, toMoney } from "../index"
import { decimalPart, minorPart } from "../rounding"

/** Zero, two, three and four decimals. */
const currency = fc
  .constantFrom("JPY", "EUR", "KWD", "CLF")
  .map((code): CurrencyCode => parseCurrency(code) ?? never(code))
/** Parts below half a minor unit, and sums that end on just one, are as likely as large amounts with nine decimals. */
const part = fc.oneof(
  fc
    .bigInt({ min: 1n, max: 10n ** 18n })
    .map((digits) => new BigNumber(digits.toString()).shiftedBy(-9)),
  fc
    .integer({ min: 1, max: 3_000 })
    .map((digits) => new BigNumber(digits).shiftedBy(-4)),
  fc.integer({ min: 1, max: 20 }).map((halves) => new BigNumber(halves).div(2))
)

function never(code: string): never {
  throw new Error(`${code} is unknown`)
}

function minorOf(amount: BigNumber, code: CurrencyCode): number {
  const money = toMoney(amount.toFixed(), code)
  return money.ok ? money.value.minor : never(code)
}

/** What is sent to the gateway for a part of Medusa's. */
function sentFor(booked: BigNumber, part: BigNumber, code: CurrencyCode) {
  const books = minorPart(
    { before: booked.toFixed(), after: booked.plus(part).toFixed() },
    code
  )
  return books.ok ? books.value.part.minor : NaN
}

it("of any amount in any parts the gateway gets the rounded sum, whatever the order of the parts", () => {
  fc.assert(
    fc.property(currency, fc.array(part, { maxLength: 12 }), (code, parts) => {
      let sum = new BigNumber(0)
      const sent: number[] = []
      for (const one of parts) {
        sent.push(sentFor(sum, one, code))
        sum = sum.plus(one)
      }
      expect(sent.reduce((all, one) => all + one, 0)).toBe(minorOf(sum, code))
      expect(Math.min(0, ...sent)).toBe(0)
    }),
    { numRuns: 2_000 }
  )
})

/** A clerk captures or refunds decimals in Medusa, the portal whole minor units, in turns, of one whole. */
const turn = fc.record({
  by: fc.constantFrom("clerk", "portal"),
  /** How much of what is left: 1 is all of it. */
  share: fc.constantFrom(0.0001, 0.1, 1 / 3, 0.5, 2 / 3, 0.999, 1),
})

it("whoever moves the money in whichever parts, Medusa's rounded sum is the gateway's, and Medusa never has more than the whole", () => {
  fc.assert(
    fc.property(
      currency,
      part,
      fc.array(turn, { maxLength: 10 }),
      (code, whole, turns) => {
        let booked = new BigNumber(0)
        let gateway = 0
        for (const { by, share } of turns) {
          if (by === "clerk") {
            const amount = whole.minus(booked).times(share).decimalPlaces(12)
            gateway += sentFor(booked, amount, code)
            booked = booked.plus(amount)
          } else {
            const amount = Math.ceil((minorOf(whole, code) - gateway) * share)
            const decimal = decimalPart(moneyOf(amount, code), {
              booked: booked.toFixed(),
              whole: whole.toFixed(),
            })
            gateway += amount
            booked = amount > 0 ? booked.plus(decimal) : booked
          }
          const after = { gateway, whole: booked.isLessThanOrEqualTo(whole) }
          expect(after).toEqual({ gateway: minorOf(booked, code), whole: true })
        }
      }
    ),
    { numRuns: 1_000 }
  )
})

it("what the gateway captured or gave back in one piece is booked as the whole, with every digit", () => {
  fc.assert(
    fc.property(currency, part, (code, whole) => {
      const all = minorOf(whole, code)
      fc.pre(all > 0)
      expect(
        decimalPart(moneyOf(all, code), { booked: "0", whole: whole.toFixed() })
      ).toBe(whole.toFixed())
    })
  )
})
