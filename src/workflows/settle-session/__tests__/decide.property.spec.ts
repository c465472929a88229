import fc from "fast-check"
import {
  SESSION_REASONS,
  SESSION_STATES,
  type SessionState,
} from "../../../api-schemas/vocabulary"
import { type Money } from "../../../gateway"
import {
  aLedgerRow,
  aSituation,
  money,
} from "../../../modules/bpc/__tests__/builders"
import { type Situation } from "../../../modules/bpc/core-tables"
import { type LedgerRow } from "../../../modules/bpc/ledger"
import { type Verdict } from "../../../modules/bpc/money"
import { decide } from "../decide"
import { type Trigger, isSettled, needsAsking } from "../needs-asking"

const FINAL = new Set<SessionState>(["held", "refunded"])

/** Few amounts, so that equal ones are as likely as different ones. */
const someMoney: fc.Arbitrary<Money> = fc
  .tuple(
    fc.constantFrom(0, 1, 4_000, 10_000),
    fc.constantFrom("EUR", "EUR", "USD")
  )
  .map(([minor, code]) => money(minor, code))
const euros: fc.Arbitrary<Money> = fc
  .constantFrom(0, 1, 4_000, 10_000)
  .map((minor) => money(minor))

const someRow: fc.Arbitrary<LedgerRow> = fc
  .record({
    state: fc.constantFrom(...SESSION_STATES),
    reason: fc.constantFrom(null, ...SESSION_REASONS),
    claimsCollection: fc.boolean(),
    orderId: fc.constantFrom(null, "order_1"),
    retiredAt: fc.constantFrom(null, new Date(0)),
    closing: fc.boolean(),
    captured: euros,
    refunded: euros,
    captureMethod: fc.constantFrom("automatic", "manual"),
    attempts: fc.nat(20),
  })
  .map((fields) => aLedgerRow(fields))

const someMoneyVerdict: fc.Arbitrary<Verdict> = fc.record({
  kind: fc.constantFrom("paid", "authorized"),
  captured: euros,
  refunded: euros,
  totalsKnown: fc.boolean(),
})
const mismatch: Verdict = {
  kind: "mismatch",
  reason: "amount_mismatch",
  expected: "100.00 EUR",
  found: "90.00 EUR",
  allBack: false,
}
const someVerdict: fc.Arbitrary<Verdict> = fc.oneof(
  fc.constantFrom<Verdict>(
    { kind: "open" },
    { kind: "expired" },
    { kind: "canceled" },
    { kind: "unknown", words: "?/?" },
    mismatch
  ),
  someMoneyVerdict
)

const someSituation: fc.Arbitrary<Situation> = fc
  .record({
    paymentSession: fc.oneof(
      fc.constant(null),
      fc
        .constantFrom(
          "pending",
          "requires_more",
          "authorized",
          "captured",
          "canceled",
          "error",
          ""
        )
        .map((status) => ({ id: "payses_1", status }))
    ),
    collectionAmount: fc.oneof(fc.constant(null), someMoney),
    cart: fc.constantFrom(
      null,
      { id: "cart_1", completed: false },
      { id: "cart_1", completed: true }
    ),
    paidOtherwise: fc.boolean(),
    orderId: fc.constantFrom(null, "order_1"),
    outstanding: fc.oneof(fc.constant(null), someMoney),
    misstated: fc.constantFrom(null, {
      id: "ordsum_1",
      paid: "100",
      refunded: "0",
    }),
    openChange: fc.constantFrom(null, "edit"),
    missingCredit: fc.constantFrom(null, "2.00"),
    placed: fc.oneof(
      fc.constant(null),
      fc.record({
        asked: someMoney,
        isSquare: fc.boolean(),
        exact: fc.boolean(),
        due: fc.oneof(fc.constant(null), someMoney),
      })
    ),
    payment: fc.oneof(
      fc.constant(null),
      fc.record({
        id: fc.constant("pay_1"),
        captured: euros,
        refunded: euros,
        canceled: fc.boolean(),
      })
    ),
    claimedByOther: fc.boolean(),
    inDoubtSince: fc.constantFrom(null, null, new Date(0)),
    unsent: fc.constantFrom<Situation["unsent"][]>(
      [],
      [{ kind: "refund", id: "ref_1" }]
    ),
  })
  .map((fields) => aSituation(fields))

function always(
  verdict: fc.Arbitrary<Verdict>,
  law: (row: LedgerRow, verdict: Verdict, situation: Situation) => void
) {
  fc.assert(fc.property(someRow, verdict, someSituation, law), {
    numRuns: 2_000,
  })
}

it("a decision is always one of the closed list, and nothing makes it throw", () => {
  const kinds = new Set([
    "nothing",
    "wait",
    "take_up",
    "leave_page",
    "close_page",
    "end",
    "place_order",
    "record_order",
    "follow_totals",
    "mirror",
    "finish",
    "finish_canceling",
    "book",
    "recount",
    "restate",
    "credit",
    "report",
    "refund",
    "hold",
  ])
  always(someVerdict, (row, verdict, situation) => {
    expect(kinds).toContain(decide(row, verdict, situation).kind)
  })
})

it("the same facts always give the same decision and are left as they were", () => {
  always(someVerdict, (row, verdict, situation) => {
    const before = JSON.stringify([row, verdict, situation])
    expect(decide(row, verdict, situation)).toEqual(
      decide(row, verdict, situation)
    )
    expect(JSON.stringify([row, verdict, situation])).toBe(before)
  })
})

it("money without an order is never passed over, unless a person or a refund has it", () => {
  always(someMoneyVerdict, (row, verdict, situation) => {
    fc.pre(!isSettled(row) && !FINAL.has(row.state))
    expect([
      "place_order",
      "record_order",
      "follow_totals",
      "refund",
      "hold",
    ]).toContain(decide(row, verdict, situation).kind)
  })
})

it("what a person or a refund has is never acted on again, unless all of it went back", () => {
  always(
    fc.oneof(someMoneyVerdict, fc.constant(mismatch)),
    (row, verdict, situation) => {
      fc.pre(FINAL.has(row.state))
      const back =
        row.state === "held" &&
        "captured" in verdict &&
        verdict.captured.minor > 0 &&
        verdict.refunded.minor >= verdict.captured.minor &&
        // With more of the hold still reserved, not all of it is back.
        verdict.kind === "paid"
      expect(decide(row, verdict, situation)).toEqual(
        back ? { kind: "follow_totals", as: "refunded" } : { kind: "nothing" }
      )
    }
  )
})

it("money that differs is held and never applied; an order that has it stands, and a person is told", () => {
  always(fc.constant(mismatch), (row, verdict, situation) => {
    expect(decide(row, verdict, situation).kind).toBe(
      FINAL.has(row.state) ? "nothing" : isSettled(row) ? "report" : "hold"
    )
  })
})

it("an expiry never changes what holds or held money", () => {
  always(
    fc.constant<Verdict>({ kind: "expired" }),
    (row, verdict, situation) => {
      const resolution = decide(row, verdict, situation)
      const unpaid = ["creating", "open", "failed"].includes(row.state)
      expect(resolution).toEqual(
        unpaid ? { kind: "end", state: "expired" } : { kind: "nothing" }
      )
    }
  )
})

it("an order is placed only for its exact amount, and only when no other money has it", () => {
  always(someVerdict, (row, verdict, situation) => {
    if (decide(row, verdict, situation).kind !== "place_order") {
      return
    }
    expect(situation.collectionAmount).toEqual(row.amount)
    expect(situation.claimedByOther).toBe(false)
    if (situation.cart !== null && situation.orderId !== null) {
      expect(situation.placed?.due?.minor).toBeGreaterThanOrEqual(
        row.amount.minor
      )
    }
    expect(isSettled(row)).toBe(false)
    expect("refunded" in verdict && verdict.refunded.minor).toBe(0)
  })
})

it("an order that was there before its payment never gets more than it owes", () => {
  always(someVerdict, (row, verdict, situation) => {
    if (
      decide(row, verdict, situation).kind === "place_order" &&
      !situation.cart
    ) {
      expect(situation.outstanding?.currency).toBe(row.amount.currency)
      expect(situation.outstanding?.minor).toBeGreaterThanOrEqual(
        row.amount.minor
      )
    }
  })
})

it("a recorded order has a name and a payment that stands", () => {
  always(someMoneyVerdict, (row, verdict, situation) => {
    const resolution = decide(row, verdict, situation)
    if (resolution.kind === "record_order") {
      expect(resolution.orderId).toBe("order_1")
      expect(situation.payment?.canceled).toBe(false)
    }
  })
})

it("a sale is never sold again or given back by itself", () => {
  always(someVerdict, (row, verdict, situation) => {
    fc.pre(isSettled(row))
    expect([
      "place_order",
      "record_order",
      "refund",
      "end",
      "close_page",
      "take_up",
    ]).not.toContain(decide(row, verdict, situation).kind)
  })
})

it("paid never goes back to authorised on a sale", () => {
  always(someMoneyVerdict, (row, verdict, situation) => {
    fc.pre(isSettled(row) && row.state === "paid" && row.captured.minor > 0)
    expect(decide(row, verdict, situation)).not.toEqual({
      kind: "follow_totals",
      as: "authorized",
    })
  })
})

it("a page is closed or taken up only while it is open and left behind", () => {
  always(someVerdict, (row, verdict, situation) => {
    if (
      ["close_page", "take_up"].includes(decide(row, verdict, situation).kind)
    ) {
      expect(verdict.kind).toBe("open")
      expect(row.state).toBe("open")
      expect(row.retiredAt).not.toBeNull()
    }
  })
})

it("every door asks about money that has no order, except for one failed attempt", () => {
  const doors: Trigger[] = [
    { door: "return" },
    { door: "job" },
    { door: "admin" },
    { door: "webhook", eventType: "session.completed" },
    { door: "webhook", eventType: "anything.else" },
  ]
  fc.assert(
    fc.property(someRow, fc.constantFrom(...doors), (row, trigger) => {
      fc.pre(!isSettled(row) && !FINAL.has(row.state))
      expect(needsAsking(row, trigger)).toBe(true)
    })
  )
})
