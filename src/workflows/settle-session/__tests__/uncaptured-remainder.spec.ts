import { aSettledRow, money } from "../../../modules/bpc/__tests__/builders"
import { type Verdict } from "../../../modules/bpc/money"
import { uncapturedRemainder } from "../uncaptured-remainder"

const took = (
  kind: "paid" | "authorized",
  captured: number,
  totalsKnown = true
): Verdict => ({
  kind,
  captured: money(captured),
  refunded: money(0),
  totalsKnown,
})
const manual = aSettledRow({ captureMethod: "manual" })

describe("what became of the rest of a hold, of 100.00", () => {
  it.each<[string, Verdict, string | undefined]>([
    ["a part captured, nothing held any more", took("paid", 4_000), "released"],
    ["a part captured, the rest still held", took("authorized", 4_000), "kept"],
    ["nothing captured yet", took("authorized", 0), undefined],
    ["all of it captured", took("paid", 10_000), undefined],
    ["totals that are not told", took("paid", 4_000, false), undefined],
    ["a release", { kind: "canceled" }, undefined],
    ["an open page", { kind: "open" }, undefined],
  ])("%s", (_, verdict, rest) => {
    expect(uncapturedRemainder(manual, verdict)).toBe(rest)
  })

  it("is nothing where the money was taken at once", () => {
    const atOnce = aSettledRow({ captureMethod: "automatic" })
    expect(uncapturedRemainder(atOnce, took("paid", 4_000))).toBeUndefined()
  })
})
