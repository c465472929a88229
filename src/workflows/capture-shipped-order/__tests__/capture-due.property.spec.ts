import fc from "fast-check"
import { exponentOf, moneyOf, parseCurrency } from "../../../gateway"
import { type ShippedItem, captureDue } from "../capture-due"

/** Of an order: lines with prices that have more digits than the currency, credit, what a clerk captured before, and its parcels. */
const stories = fc
  .record({
    code: fc.constantFrom("EUR", "JPY", "KWD"),
    lines: fc.array(
      fc.record({
        unit: fc.integer({ min: 0, max: 99_999_999 }),
        quantity: fc.integer({ min: 1, max: 4 }),
        needsShipping: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 }
    ),
    shipping: fc.integer({ min: 0, max: 9_999_999 }),
    creditShare: fc.double({ min: 0, max: 1, noNaN: true }),
    clerkShare: fc.double({ min: 0, max: 0.5, noNaN: true }),
    holdShares: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .chain((order) => {
    const pieces = order.lines.flatMap(({ quantity }, line) =>
      Array.from({ length: quantity }, () => line)
    )
    return fc.record({
      order: fc.constant(order),
      parcels: fc
        .record({
          pieces: fc.shuffledSubarray(pieces, {
            minLength: pieces.length,
            maxLength: pieces.length,
          }),
          cuts: fc.array(fc.integer({ min: 1, max: pieces.length })),
        })
        .map(({ pieces: all, cuts }) => {
          const ends = [...new Set([...cuts, all.length])].sort((a, b) => a - b)
          return ends.map((end, at) => all.slice(ends[at - 1] ?? 0, end))
        }),
    })
  })

describe("whatever leaves in whatever parcels", () => {
  it.each(["parcel", "whole"] as const)(
    "captures, by %s, what the order owes in the end, and never more on the way",
    (setting) => {
      fc.assert(
        fc.property(stories, ({ order, parcels }) => {
          const currency = parseCurrency(order.code)!
          // Four digits more than the currency has.
          const scale = 10 ** (exponentOf(currency) + 4)
          const items = order.lines.map(
            ({
              unit,
              quantity,
              needsShipping,
            }): ShippedItem & { out: number } => ({
              unit: unit / scale,
              ordered: quantity,
              out: 0,
              needsShipping,
            })
          )
          const gross =
            order.lines.reduce(
              (sum, { unit, quantity }) => sum + unit * quantity,
              order.shipping
            ) / 10_000
          const total = Math.round(gross * (1 - order.creditShare))
          const first = Math.round(total * order.holdShares)
          const clerk = Math.floor(first * order.clerkShare)
          const left = [first - clerk, total - first]
          let captured = clerk
          for (const parcel of parcels) {
            for (const line of parcel) {
              items[line]!.out += 1
            }
            const { captures, unpaid } = captureDue(
              {
                items,
                shipping: order.shipping / scale,
                owed: moneyOf(total - captured, currency),
                captured: moneyOf(captured, currency),
                holds: left.map((minor, index) => ({
                  paymentId: String(index),
                  left: moneyOf(minor, currency),
                })),
                excused: moneyOf(0, currency),
              },
              setting
            )
            expect(unpaid.minor).toBe(0)
            for (const { paymentId, amount, rest } of captures) {
              expect(amount.minor).toBeGreaterThan(0)
              left[Number(paymentId)]! -= amount.minor
              captured += amount.minor
              expect(left[Number(paymentId)]! === 0).toBe(rest)
            }
            expect(Math.min(...left)).toBeGreaterThanOrEqual(0)
            expect(captured).toBeLessThanOrEqual(total)
          }
          expect(captured).toBe(total)
        }),
        { numRuns: 1000 }
      )
    }
  )
})
