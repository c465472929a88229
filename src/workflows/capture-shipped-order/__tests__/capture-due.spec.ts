import { formatMoney, moneyOf, parseCurrency } from "../../../gateway"
import { type CaptureOnShipment } from "../../../modules/bpc/settings"
import { type ShippedBooks, captureDue } from "../capture-due"

const EUR = parseCurrency("EUR")!
const JPY = parseCurrency("JPY")!
const eur = (amount: number) => moneyOf(Math.round(amount * 100), EUR)

type Item = [unit: number, ordered: number, out: number, ships?: "digital"]

/** Mug 22.00, tin 22.00, shipping 4.90: 48.90, unless the row says otherwise. */
function books({
  items,
  owed = 48.9,
  captured = 0,
  holds = [48.9],
  excused = 0,
  shipping = 4.9,
}: {
  items: Item[]
  owed?: number
  captured?: number
  holds?: number[]
  excused?: number
  shipping?: number
}): ShippedBooks {
  return {
    items: items.map(([unit, ordered, out, ships]) => ({
      unit,
      ordered,
      out,
      needsShipping: ships !== "digital",
    })),
    shipping,
    owed: eur(owed),
    captured: eur(captured),
    holds: holds.map((left, index) => ({
      paymentId: `pay_${index + 1}`,
      left: eur(left),
    })),
    excused: eur(excused),
  }
}

function inWords(order: ShippedBooks, setting: CaptureOnShipment): string {
  const { captures, unpaid } = captureDue(order, setting)
  const parts = captures.map(
    ({ paymentId, amount, rest }) =>
      `${paymentId} ${formatMoney(amount)}${rest ? " (the rest)" : ""}`
  )
  return [
    ...parts,
    ...(unpaid.minor > 0 ? [`unpaid ${formatMoney(unpaid)}`] : []),
  ].join(", ")
}

const NONE_OUT: Item[] = [
  [22, 1, 0],
  [22, 1, 0],
]
const ONE_OUT: Item[] = [
  [22, 1, 1],
  [22, 1, 0],
]
const ALL_OUT: Item[] = [
  [22, 1, 1],
  [22, 1, 1],
]

describe("what is captured when something leaves", () => {
  // prettier-ignore
  it.each<{ name: string; setting: CaptureOnShipment; order: Parameters<typeof books>[0]; due: string }>([
    { name: "off: never anything", setting: "off", order: { items: ALL_OUT }, due: "" },
    { name: "whole: nothing before something leaves", setting: "whole", order: { items: NONE_OUT }, due: "" },
    { name: "whole: all of it with the first parcel", setting: "whole", order: { items: ONE_OUT }, due: "pay_1 48.90 EUR (the rest)" },
    { name: "whole: the rest, if a clerk captured 10 before", setting: "whole", order: { items: ONE_OUT, owed: 38.9, captured: 10, holds: [38.9] }, due: "pay_1 38.90 EUR (the rest)" },
    { name: "whole: what is owed, of a hold that is larger", setting: "whole", order: { items: [[22, 1, 1]], owed: 26.9 }, due: "pay_1 26.90 EUR" },
    { name: "whole: nothing a second time", setting: "whole", order: { items: ALL_OUT, owed: 0, captured: 48.9, holds: [0] }, due: "" },
    { name: "parcel: nothing before something leaves", setting: "parcel", order: { items: NONE_OUT }, due: "" },
    { name: "parcel: the first takes its items and the shipping", setting: "parcel", order: { items: ONE_OUT }, due: "pay_1 26.90 EUR" },
    { name: "parcel: the last takes the rest", setting: "parcel", order: { items: ALL_OUT, owed: 22, captured: 26.9, holds: [22] }, due: "pay_1 22.00 EUR (the rest)" },
    { name: "parcel: a part of a line", setting: "parcel", order: { items: [[7.333333, 3, 1]], owed: 26.9, holds: [26.9] }, due: "pay_1 12.23 EUR" },
    { name: "parcel: what a clerk captured before counts", setting: "parcel", order: { items: ONE_OUT, owed: 38.9, captured: 10, holds: [38.9] }, due: "pay_1 16.90 EUR" },
    { name: "parcel: a clerk captured more than what left", setting: "parcel", order: { items: ONE_OUT, owed: 8.9, captured: 40, holds: [8.9] }, due: "" },
    { name: "parcel: a refund is not taken back by the next parcel", setting: "parcel", order: { items: ONE_OUT, owed: 22, captured: 26.9, holds: [22] }, due: "" },
    { name: "parcel: store credit is taken off at the end", setting: "parcel", order: { items: ALL_OUT, owed: 17, captured: 26.9, holds: [22] }, due: "pay_1 17.00 EUR" },
    { name: "parcel: store credit above the second parcel is taken off the first", setting: "parcel", order: { items: ONE_OUT, owed: 8.9 }, due: "pay_1 8.90 EUR" },
    { name: "parcel: a download never leaves, and the last parcel takes it along", setting: "parcel", order: { items: [[22, 1, 1], [22, 1, 0, "digital"]] }, due: "pay_1 48.90 EUR (the rest)" },
    { name: "parcel: where nothing needs shipping, each pick-up takes its own", setting: "parcel", order: { items: [[22, 1, 1, "digital"], [22, 1, 0, "digital"]] }, due: "pay_1 26.90 EUR" },
    { name: "two holds: the older one first", setting: "whole", order: { items: ALL_OUT, holds: [26.9, 22] }, due: "pay_1 26.90 EUR (the rest), pay_2 22.00 EUR (the rest)" },
    { name: "two holds: a parcel may need both", setting: "parcel", order: { items: ONE_OUT, holds: [20, 28.9] }, due: "pay_1 20.00 EUR (the rest), pay_2 6.90 EUR" },
    { name: "nothing held or paid: all of it is unpaid", setting: "whole", order: { items: ONE_OUT, holds: [] }, due: "unpaid 48.90 EUR" },
    { name: "nothing held or paid, by parcel: what left is unpaid", setting: "parcel", order: { items: ONE_OUT, holds: [] }, due: "unpaid 26.90 EUR" },
    { name: "held less than what left", setting: "whole", order: { items: ALL_OUT, holds: [26.9] }, due: "pay_1 26.90 EUR (the rest), unpaid 22.00 EUR" },
    { name: "what nobody is asked for is not unpaid", setting: "whole", order: { items: ALL_OUT, holds: [26.9], excused: 22 }, due: "pay_1 26.90 EUR (the rest)" },
    { name: "paid in full before: nothing", setting: "whole", order: { items: ALL_OUT, owed: 0, captured: 48.9, holds: [] }, due: "" },
  ])("$setting, $name", ({ setting, order, due }) => {
    expect(inWords(books(order), setting)).toBe(due)
  })

  it("rounds what is due, not each line of it", () => {
    const { captures } = captureDue(
      {
        items: [
          { unit: "33.4", ordered: 2, out: 1, needsShipping: true },
          { unit: "33.4", ordered: 1, out: 1, needsShipping: true },
        ],
        shipping: "0.4",
        owed: moneyOf(101, JPY),
        captured: moneyOf(0, JPY),
        holds: [{ paymentId: "pay_1", left: moneyOf(101, JPY) }],
        excused: moneyOf(0, JPY),
      },
      "parcel"
    )
    expect(captures.map(({ amount }) => amount.minor)).toEqual([67])
  })
})
