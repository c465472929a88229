import { type FulfilledOrder, itemsOf } from "../read-books"

const NOW = "2026-11-27T12:00:00Z"
const LINE = {
  id: "orditem_1",
  quantity: "4",
  requires_shipping: true,
  fulfilled_total: "66",
  return_requested_total: null,
  detail: { fulfilled_quantity: "3" },
}
type Parcel = FulfilledOrder["fulfillments"][number]

function parcel(quantity: number, change: Partial<Parcel> = {}): Parcel {
  return {
    shipped_at: null,
    delivered_at: null,
    canceled_at: null,
    items: [{ line_item_id: LINE.id, quantity: String(quantity) }],
    ...change,
  }
}

const outOf = (...fulfillments: Parcel[]) =>
  Number(itemsOf({ items: [LINE], fulfillments })[0]?.out)

describe("what left of a line of which three of four pieces are packed", () => {
  it.each<[string, Parcel[], number]>([
    ["nothing is packed", [], 0],
    ["what is packed only has not left", [parcel(3)], 0],
    ["one parcel", [parcel(1, { shipped_at: NOW }), parcel(2)], 1],
    ["a pick-up", [parcel(1), parcel(2, { delivered_at: NOW })], 2],
    [
      "a parcel that arrived counts once",
      [parcel(1, { shipped_at: NOW, delivered_at: NOW }), parcel(2)],
      1,
    ],
    [
      "a parcel and a pick-up",
      [parcel(1, { shipped_at: NOW }), parcel(2, { delivered_at: NOW })],
      3,
    ],
    [
      "a cancelled fulfilment does not count",
      [parcel(3, { shipped_at: NOW, canceled_at: NOW }), parcel(3)],
      0,
    ],
  ])("%s", (_, parcels, out) => {
    expect(outOf(...parcels)).toBe(out)
  })

  it("counts a kit by its pieces, not by the parts in the parcel", () => {
    const kit = (pieces: number, change: Partial<Parcel>) =>
      parcel(0, {
        items: [
          { line_item_id: LINE.id, quantity: String(pieces * 2) },
          { line_item_id: LINE.id, quantity: String(pieces * 5) },
        ],
        ...change,
      })
    expect(outOf(kit(1, { shipped_at: NOW }), kit(2, {}))).toBe(1)
    expect(
      outOf(kit(1, { shipped_at: NOW }), kit(2, { shipped_at: NOW }))
    ).toBe(3)
  })

  it("takes the price of a piece from what Medusa counts for the packed ones, with tax and discount", () => {
    const [item] = itemsOf({ items: [LINE], fulfillments: [parcel(3)] })
    expect(item).toMatchObject({ unit: "22", ordered: "4" })
  })

  it("looks at each line by itself", () => {
    const other = { ...LINE, id: "orditem_2", requires_shipping: false }
    const [, second] = itemsOf({
      items: [LINE, other],
      fulfillments: [parcel(3, { shipped_at: NOW })],
    })
    expect(second).toMatchObject({ out: 0, needsShipping: false })
  })
})
