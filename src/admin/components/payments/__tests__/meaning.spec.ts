import en from "../../../i18n/payments/en"
import { SESSION_STATES } from "../../../../api-schemas/vocabulary"
import { factsOf } from "../facts"
import {
  capturable,
  goesBack,
  isUnbooked,
  meaningOf,
  needsDecision,
  reasonKey,
  refundable,
} from "../meaning"

const base = {
  reason: null,
  order_id: null,
  amount: 9,
  captured: 0,
  refunded: 0,
  resolved_at: null,
} as const

describe("what a payment's state means", () => {
  it.each([
    [{ ...base, state: "creating" }, "meaning.creating"],
    [{ ...base, state: "open" }, "meaning.open"],
    [
      { ...base, state: "authorized", order_id: "order_1" },
      "meaning.authorized",
    ],
    [
      { ...base, state: "authorized", order_id: "order_1", captured: 5 },
      "meaning.authorized_part",
    ],
    [{ ...base, state: "authorized" }, "meaning.authorized_no_order"],
    [
      { ...base, state: "authorized", reason: "cart_gone" },
      "meaning.giving_back",
    ],
    [
      { ...base, state: "paid", order_id: "order_1", captured: 9 },
      "meaning.paid",
    ],
    [
      { ...base, state: "paid", order_id: "order_1", captured: 4 },
      "meaning.paid_part",
    ],
    [
      {
        ...base,
        state: "paid",
        order_id: "order_1",
        reason: "refund_failed",
      },
      "meaning.books_differ",
    ],
    [
      {
        ...base,
        state: "paid",
        order_id: "order_1",
        captured: 9,
        reason: "refund_failed",
        resolved_at: "2026-11-20T10:00:00Z",
      },
      "meaning.paid",
    ],
    [
      { ...base, state: "paid", order_id: "order_1", captured: 9, refunded: 1 },
      "meaning.paid_refunded_part",
    ],
    [{ ...base, state: "paid" }, "meaning.paid_no_order"],
    [
      { ...base, state: "paid", reason: "duplicate_payment" },
      "meaning.giving_back",
    ],
    [{ ...base, state: "refunded" }, "meaning.refunded"],
    [{ ...base, state: "canceled" }, "meaning.canceled"],
    [{ ...base, state: "expired", reason: "replaced" }, "meaning.expired"],
    [{ ...base, state: "failed", reason: "gateway_refused" }, "meaning.failed"],
    [
      { ...base, state: "held", reason: "amount_mismatch" },
      "held.amount_mismatch",
    ],
    [{ ...base, state: "held", reason: "new_reason" }, "held.other"],
    [{ ...base, state: "held" }, "held.other"],
    [
      { ...base, state: "held", reason: "order_canceled" },
      "held.order_canceled",
    ],
    [
      {
        ...base,
        state: "paid",
        order_id: "order_1",
        reason: "order_canceled",
      },
      "held.order_canceled",
    ],
    [
      {
        ...base,
        state: "held",
        reason: "amount_mismatch",
        resolved_at: "2026-11-20T10:00:00Z",
      },
      "meaning.kept",
    ],
  ] as const)("%j is told by %s", (payment, key) => {
    expect(meaningOf(payment).key).toBe(key)
    expect(textAt(`${key}.money`)).toEqual(expect.any(String))
    expect(textAt(`${key}.todo`)).toEqual(expect.any(String))
  })

  it("is an alarm for nothing but a held payment without a decision", () => {
    for (const state of SESSION_STATES) {
      const payment = { ...base, state }
      expect(meaningOf(payment).tone === "error").toBe(state === "held")
      expect(needsDecision(payment)).toBe(state === "held")
      expect(
        needsDecision({ ...payment, resolved_at: "2026-11-20T10:00:00Z" })
      ).toBe(false)
    }
  })

  it("names a reason that it does not know", () => {
    expect(reasonKey("cart_gone")).toBe("reason.cart_gone")
    expect(reasonKey("brand_new")).toBe("reason.other")
  })

  it("offers to give back what was captured and not given back, never less than nothing", () => {
    expect(refundable({ captured: 100, refunded: 30 })).toBe(70)
    expect(refundable({ captured: 0, refunded: 30 })).toBe(0)
  })

  it("offers to take what an order's payment holds and has not been taken, once the books agree", () => {
    const held = {
      ...base,
      state: "authorized",
      order_id: "order_1",
      captured: 4,
    } as const
    expect(capturable(held)).toBe(5)
    expect(capturable({ ...held, order_id: null })).toBe(0)
    expect(capturable({ ...held, state: "paid" })).toBe(0)
    expect(capturable({ ...held, reason: "order_canceled" })).toBe(0)
    expect(capturable({ ...held, captured: 10 })).toBe(0)
  })

  it("knows money at the gateway that the ledger does not count", () => {
    expect(isUnbooked({ ...base, state: "held", found: "1.00 EUR" })).toBe(true)
    expect(
      isUnbooked({ ...base, state: "held", found: "1.00 EUR", captured: 100 })
    ).toBe(false)
    expect(isUnbooked({ ...base, state: "held", found: null })).toBe(false)
    expect(isUnbooked({ ...base, state: "refunded", found: null })).toBe(false)
  })
})

describe("what a decision to refund gives back", () => {
  const held = {
    ...base,
    state: "held",
    expected: null,
    found: null,
  } as const
  const sold = { ...held, state: "paid", order_id: "order_1" } as const

  it.each([
    ["all of a hold", held, { minor: 9 }],
    ["what was taken", { ...held, captured: 7 }, { minor: 7 }],
    ["what is left of it", { ...held, captured: 7, refunded: 2 }, { minor: 5 }],
    [
      "what was found instead",
      { ...held, reason: "amount_mismatch", found: "1.00 EUR" },
      { found: "1.00 EUR" },
    ],
    [
      "the amount where the reference is another",
      { ...held, reason: "reference_mismatch", found: "payses_2" },
      { minor: 9 },
    ],
    [
      "only what the order shows and the gateway has not",
      {
        ...sold,
        captured: 2690,
        reason: "refund_failed",
        expected: "5.00 EUR",
        found: "1.50 EUR",
      },
      { minor: 350 },
    ],
    [
      "nobody knows what",
      { ...sold, captured: 2690, reason: "refund_failed", found: "?" },
      undefined,
    ],
    [
      "what a cancelled order has still",
      { ...sold, captured: 9, refunded: 4, reason: "order_canceled" },
      { minor: 5 },
    ],
    [
      "the hold of a cancelled order",
      { ...sold, state: "authorized", reason: "order_canceled" },
      { minor: 9 },
    ],
  ] as const)("is %s", (_, session, expected) => {
    expect(goesBack(session)).toEqual(expected)
  })
})

describe("the details of a timeline entry", () => {
  it("are shown by their kind, and none is lost", () => {
    expect(
      factsOf({
        kind: "resolved",
        details: {
          amount: 500,
          currency: "EUR",
          reason: "cart_gone",
          as: "paid",
          action: "keep",
          door: "webhook",
          order_id: "order_1",
          event_id: "bpcev_1",
          note: "",
          by: null,
          fresh: 7,
          nested: { deep: true },
        },
      })
    ).toEqual([
      { name: "as", show: "state", value: "paid" },
      { name: "action", show: "decision", value: "keep" },
      { name: "reason", show: "reason", value: "cart_gone" },
      { name: "amount", show: "money", minor: 500 },
      { name: "order_id", show: "order", value: "order_1" },
      { name: "door", show: "door", value: "webhook" },
      { name: "event_id", show: "event", value: "bpcev_1" },
      { name: "fresh", show: "text", value: "7" },
      { name: "nested", show: "text", value: '{"deep":true}' },
    ])
  })

  it("tell what was sent to the gateway from what a person decided", () => {
    expect(
      factsOf({
        kind: "doubt_settled",
        details: { action: "refund", outcome: "done" },
      })
    ).toEqual([
      { name: "operation", show: "operation", value: "refund" },
      { name: "outcome", show: "outcome", value: "done" },
    ])
  })

  it.each([[null], [undefined], ["words"], [[]]])("may be %j", (details) => {
    expect(factsOf({ kind: "held", details })).toEqual([])
  })
})
function textAt(path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (texts, name) =>
        typeof texts === "object" && texts !== null
          ? Object.entries(texts).find(([key]) => key === name)?.[1]
          : undefined,
      en
    )
}
