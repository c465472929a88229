import fc from "fast-check"
import { moneyOf, parseCurrency } from "../../../../gateway"
import {
  type ClaimFacts,
  type ItemFacts,
  type OrderFacts,
  type PaymentFacts,
  amountDue,
  nextPayment,
  sendsForFree,
} from "../amount-due"

const EUR = parseCurrency("EUR")!
const JPY = parseCurrency("JPY")!
const KWD = parseCurrency("KWD")!

const facts = (some: Partial<OrderFacts>): OrderFacts => ({
  canceled: false,
  pending: "0",
  uncredited: null,
  items: [],
  claims: [],
  payments: [],
  unpaid: [],
  ...some,
})
const item = (some: Partial<ItemFacts>): ItemFacts => ({
  id: "mug",
  unitPrice: "22",
  quantity: "1",
  expectedBack: "0",
  goneBack: "0",
  taxInclusive: true,
  taxRates: ["19"],
  adjustments: [],
  ...some,
})
const payment = (some: Partial<PaymentFacts>): PaymentFacts => ({
  amount: "26.9",
  captured: "0",
  booked: "0",
  ended: false,
  ...some,
})
const claim = (some: Partial<ClaimFacts>): ClaimFacts => ({
  sent: [{ itemId: "tin", quantity: "1" }],
  comesBack: [],
  shipping: [],
  ...some,
})
const tin = item({ id: "tin", unitPrice: "31.5" })
const unpaid = (...amounts: string[]) =>
  amounts.map((amount, index) => ({ id: `paycol_${index}`, amount }))

/** In euros, unless the row says otherwise; what is due in minor units. */
const TABLE: [order: string, facts: Partial<OrderFacts>, due: number][] = [
  ["nothing pending", {}, 0],
  ["never summed up", { pending: null }, 0],
  ["a smallest unit, which Medusa calls nothing", { pending: "0.01" }, 0],
  [
    "a smallest unit with what a double adds to it",
    { pending: "0.01000000000000079" },
    0,
  ],
  ["a little more than that", { pending: "0.0151" }, 2],
  [
    "refunded while an edit was open, its credit line still to come",
    { pending: "24", uncredited: "2", unpaid: unpaid("24") },
    2200,
  ],
  ["taken on the phone, nothing asked for yet", { pending: "22" }, 2200],
  ["edited up", { pending: "22", unpaid: unpaid("22") }, 2200],
  [
    "edited down after its edit up was asked for",
    { pending: "0", unpaid: unpaid("22") },
    0,
  ],
  ["edited down: money is owed to the shopper", { pending: "-22" }, 0],
  [
    "canceled, whatever it owed",
    { canceled: true, pending: "22", unpaid: unpaid("22") },
    0,
  ],
  [
    "store credit added after 44 were asked for",
    { pending: "39", unpaid: unpaid("44") },
    3900,
  ],
  ["a deposit asked for", { pending: "44", unpaid: unpaid("10") }, 1000],
  [
    "two collections that ask for all of it together",
    { pending: "44", unpaid: unpaid("10", "34") },
    4400,
  ],
  [
    "two collections that each ask for all of it",
    { pending: "44", unpaid: unpaid("44", "44") },
    4400,
  ],
  [
    "a collection left at zero by a return that was canceled",
    { pending: "22", unpaid: unpaid("0") },
    2200,
  ],
  [
    "a return requested",
    { pending: "48.9", items: [item({ expectedBack: "1" })] },
    2690,
  ],
  [
    "a return received: the total is without it",
    { pending: "26.9", items: [item({ goneBack: "1" })] },
    2690,
  ],
  [
    "an exchange requested",
    {
      pending: "31.5",
      items: [item({ expectedBack: "1" })],
      unpaid: unpaid("9.5"),
    },
    950,
  ],
  [
    "an exchange for something cheaper",
    { pending: "16", items: [item({ expectedBack: "1" })] },
    0,
  ],
  [
    "one of three returned, discounted, with tax on top",
    {
      pending: "71.4",
      items: [
        item({
          unitPrice: "20",
          quantity: "3",
          expectedBack: "1",
          taxInclusive: false,
          adjustments: [{ amount: "6", taxInclusive: false }],
        }),
      ],
    },
    // (20 - 2) x 1.19 = 21.42
    4998,
  ],
  [
    "one of three returned, tax included, the discount too",
    {
      pending: "60",
      items: [
        item({
          unitPrice: "20",
          quantity: "3",
          expectedBack: "1",
          adjustments: [{ amount: "6", taxInclusive: true }],
        }),
      ],
    },
    4200,
  ],
  [
    "a claim that sends a replacement and takes nothing back",
    { pending: "31.5", items: [tin], claims: [claim({})] },
    0,
  ],
  [
    "the same, with its parcel",
    {
      pending: "36.4",
      items: [tin],
      claims: [
        claim({
          shipping: [
            {
              unitPrice: "4.9",
              quantity: "1",
              taxInclusive: true,
              taxRates: ["19"],
              adjustments: [],
            },
          ],
        }),
      ],
    },
    0,
  ],
  [
    "a claim that sends something dearer than what comes back",
    {
      pending: "31.5",
      items: [tin, item({ expectedBack: "1" })],
      claims: [claim({ comesBack: [{ itemId: "mug", quantity: "1" }] })],
    },
    0,
  ],
  [
    "the same, received",
    {
      pending: "9.5",
      items: [tin, item({ goneBack: "1" })],
      claims: [claim({ comesBack: [{ itemId: "mug", quantity: "1" }] })],
    },
    0,
  ],
  [
    "a claim's replacement sent back since, and an item sold besides",
    {
      pending: "16",
      items: [item({ id: "tin", unitPrice: "31.5", goneBack: "1" })],
      claims: [claim({})],
    },
    1600,
  ],
  [
    "a claim that takes back, of an order that owed more",
    {
      pending: "30",
      items: [item({ expectedBack: "1" })],
      claims: [
        claim({ sent: [], comesBack: [{ itemId: "mug", quantity: "1" }] }),
      ],
    },
    800,
  ],
  [
    "one claim that takes back and one that sends",
    {
      pending: "50",
      items: [tin, item({ goneBack: "1" })],
      claims: [
        claim({}),
        claim({ sent: [], comesBack: [{ itemId: "mug", quantity: "1" }] }),
      ],
    },
    1850,
  ],
  [
    "a claim about an item that is no longer there",
    { pending: "5", claims: [claim({})] },
    500,
  ],
  ["a hold for all of it", { pending: "26.9", payments: [payment({})] }, 0],
  [
    "a hold for a part",
    { pending: "48.9", payments: [payment({})], unpaid: unpaid("48.9") },
    2200,
  ],
  [
    "a hold of which a part was captured and counted",
    {
      pending: "38.9",
      payments: [payment({ captured: "10", booked: "10" })],
    },
    2200,
  ],
  [
    "a capture that the order does not count yet",
    {
      pending: "26.9",
      payments: [payment({ captured: "26.9", ended: true })],
    },
    0,
  ],
  [
    "a hold that was let go after a part was captured",
    {
      pending: "16.9",
      payments: [payment({ captured: "10", booked: "10", ended: true })],
    },
    1690,
  ],
  ["a third of a cent more than half", { pending: "10.0053" }, 1001],
  ["exactly half a cent", { pending: "10.005" }, 1001],
  ["less than half a cent", { pending: "0.0049" }, 0],
  [
    "parts that are each less than half a cent and more together",
    { pending: "10.004", payments: [payment({ amount: "0.008" })] },
    1000,
  ],
]

describe("what is due for an order with", () => {
  it.each(TABLE)("%s", (_order, some, due) => {
    expect(amountDue(facts(some), EUR)).toEqual(moneyOf(due, EUR))
  })

  it.each([
    [JPY, "3546.78", 3547],
    [JPY, "3546.49", 3546],
    [KWD, "7.2505", 7251],
  ])("a total of more digits than %s has", (currency, pending, due) => {
    expect(amountDue(facts({ pending }), currency)).toEqual(
      moneyOf(due, currency)
    )
  })
})

describe("the next payment", () => {
  it("goes to the collection that asks most, and asks for no more than it", () => {
    const order = facts({ pending: "50", unpaid: unpaid("10", "34", "0") })
    expect(nextPayment(order, EUR)).toEqual({
      amount: moneyOf(3400, EUR),
      decimal: "34",
      collection: { id: "paycol_1", amount: "34" },
    })
  })

  it("asks for less than the collection where less is due, with all digits", () => {
    const order = facts({ pending: "21.90049", unpaid: unpaid("26.9") })
    expect(nextPayment(order, EUR)).toMatchObject({
      amount: moneyOf(2190, EUR),
      decimal: "21.90049",
    })
  })

  it("has no collection where Medusa has none that asks for anything", () => {
    const order = facts({ pending: "22", unpaid: unpaid("0") })
    expect(nextPayment(order, EUR)).toMatchObject({
      amount: moneyOf(2200, EUR),
      collection: null,
    })
  })
})

describe("goods that are sent for free", () => {
  it("are those of a claim that sends more than it takes back", () => {
    const sent = facts({ pending: "31.5", items: [tin], claims: [claim({})] })
    expect(sendsForFree(sent)).toBe(true)
    expect(sendsForFree({ ...sent, canceled: true })).toBe(false)
    expect(sendsForFree({ ...sent, pending: "0" })).toBe(false)
    expect(sendsForFree(facts({ pending: "22" }))).toBe(false)
  })
})

describe("for any order", () => {
  const cents = (max: number) =>
    fc.integer({ min: 0, max }).map((n) => (n / 1000).toFixed(3))
  const order = fc.record<OrderFacts>({
    uncredited: fc.constant(null),
    canceled: fc.boolean(),
    pending: fc
      .integer({ min: -90_000, max: 90_000 })
      .map((n) => (n / 1000).toFixed(3)),
    items: fc.constantFrom([], [tin], [tin, item({ expectedBack: "1" })]),
    claims: fc.constantFrom([], [claim({})]),
    payments: fc.array(
      fc.record({
        amount: cents(90_000),
        captured: cents(90_000),
        booked: cents(90_000),
        ended: fc.boolean(),
      }),
      { maxLength: 3 }
    ),
    unpaid: fc
      .array(cents(90_000), { maxLength: 3 })
      .map((amounts) => unpaid(...amounts)),
  })
  const minor = (decimal: string) => Number(decimal) * 100

  it("no more is due than is pending, nor than its collections ask", () => {
    fc.assert(
      fc.property(order, (some) => {
        const due = amountDue(some, EUR).minor
        const asked = some.unpaid.reduce(
          (sum, { amount }) => sum + minor(amount),
          0
        )
        expect(due).toBeLessThanOrEqual(
          Math.max(0, minor(some.pending ?? "0")) + 0.5
        )
        expect(due).toBeLessThanOrEqual((asked || Infinity) + 0.5)
      })
    )
  })

  it("the next payment asks for no more than is due", () => {
    fc.assert(
      fc.property(order, (some) => {
        const due = amountDue(some, EUR).minor
        const next = nextPayment(some, EUR).amount.minor
        expect(next).toBeLessThanOrEqual(due)
      })
    )
  })

  it("more money held never makes more due", () => {
    fc.assert(
      fc.property(order, cents(90_000), (some, amount) => {
        const more = {
          ...some,
          payments: [...some.payments, payment({ amount })],
        }
        expect(amountDue(more, EUR).minor).toBeLessThanOrEqual(
          amountDue(some, EUR).minor
        )
      })
    )
  })
})
