import { type GatewaySession, merchantReference } from "../../../../gateway"
import { type LedgerRow } from "../../ledger"
import { type Verdict, judge } from "../verdict"
import {
  PAYMENT_SESSION_ID,
  aLedgerRow,
  anAnswer,
  anAnswerOnTheWire,
  money,
} from "../../__tests__/builders"

const NOTHING = money(0)
const ALL = money(10_000)

describe("an answer without money", () => {
  it.each<{ phase: GatewaySession["phase"]; verdict: Verdict }>([
    { phase: "open", verdict: { kind: "open" } },
    { phase: "expired", verdict: { kind: "expired" } },
    { phase: "canceled", verdict: { kind: "canceled" } },
    {
      phase: "unknown",
      verdict: { kind: "unknown", words: "mystery/later" },
    },
  ])("of phase $phase is not compared with anything", ({ phase, verdict }) => {
    const answer = anAnswer(phase, {
      rawStatus: "mystery",
      rawPaymentStatus: "later",
      amount: money(1, "USD"),
      merchantReferenceId: merchantReference("someone-elses"),
    })
    expect(judge(aLedgerRow(), answer)).toEqual(verdict)
  })
})

describe("totals of money that fits", () => {
  type Case = {
    name: string
    phase: "paid" | "authorized"
    row?: Partial<LedgerRow>
    answer: Parameters<typeof anAnswer>[1]
    captured: number
    refunded: number
  }
  // prettier-ignore
  const cases: Case[] = [
    { name: "paid without totals is captured in full", phase: "paid", answer: {}, captured: 10_000, refunded: 0 },
    { name: "authorised without totals is not captured", phase: "authorized", answer: {}, captured: 0, refunded: 0 },
    { name: "totals that the gateway tells are taken", phase: "paid", answer: { captured: ALL, refunded: money(2_500) }, captured: 10_000, refunded: 2_500 },
    { name: "all of it given back stays paid", phase: "paid", answer: { captured: ALL, refunded: ALL }, captured: 10_000, refunded: 10_000 },
    { name: "a part captured of a hold", phase: "authorized", row: { captureMethod: "manual" }, answer: { captured: money(4_000) }, captured: 4_000, refunded: 0 },
    { name: "a part captured and the rest released", phase: "paid", row: { captureMethod: "manual" }, answer: { captured: money(4_000) }, captured: 4_000, refunded: 0 },
    { name: "an automatic payment still held is not captured", phase: "authorized", answer: { captured: NOTHING }, captured: 0, refunded: 0 },
    { name: "a payment of the same amount", phase: "paid", answer: { payment: { amount: ALL } }, captured: 10_000, refunded: 0 },
    { name: "a payment that names no amount", phase: "paid", answer: { payment: {} }, captured: 10_000, refunded: 0 },
    { name: "an answer without a reference", phase: "paid", answer: { merchantReferenceId: undefined }, captured: 10_000, refunded: 0 },
  ]
  it.each(cases)("$name", ({ phase, row, answer, captured, refunded }) => {
    const verdict = judge(aLedgerRow(row), anAnswer(phase, answer))
    expect(verdict).toEqual({
      kind: phase,
      captured: money(captured),
      refunded: money(refunded),
      totalsKnown: answer?.captured !== undefined,
    })
  })
})

describe("money that differs from what was registered", () => {
  type Case = {
    name: string
    row?: Partial<LedgerRow>
    answer: Parameters<typeof anAnswer>[1]
    reason: string
    expected?: string
    found: string
  }
  // prettier-ignore
  const cases: Case[] = [
    { name: "a cent less", answer: { amount: money(9_999) }, reason: "amount_mismatch", found: "99.99 EUR" },
    { name: "a cent more", answer: { amount: money(10_001) }, reason: "amount_mismatch", found: "100.01 EUR" },
    { name: "nothing", answer: { amount: NOTHING }, reason: "amount_mismatch", found: "0.00 EUR" },
    { name: "another currency with the same digits", answer: { amount: money(10_000, "USD") }, reason: "currency_mismatch", found: "100.00 USD" },
    { name: "yen for euro cents", answer: { amount: money(10_000, "JPY") }, reason: "currency_mismatch", found: "10000 JPY" },
    { name: "no amount at all", answer: { amount: undefined, rawAmount: undefined, rawCurrency: undefined }, reason: "amount_mismatch", found: "? ?" },
    { name: "an amount that is no whole number", answer: { amount: undefined, rawAmount: 100.5, rawCurrency: "EUR" }, reason: "amount_mismatch", found: "100.5 EUR" },
    { name: "an amount of another shape", answer: { amount: undefined, rawAmount: { value: 1 }, rawCurrency: ["EUR"] }, reason: "amount_mismatch", found: "? ?" },
    { name: "an unknown currency", answer: { amount: undefined, rawAmount: 10_000, rawCurrency: "ZZZ" }, reason: "amount_mismatch", found: "10000 ZZZ" },
    { name: "an endless text for an amount", answer: { amount: undefined, rawAmount: "9".repeat(500), rawCurrency: "EUR" }, reason: "amount_mismatch", found: "9".repeat(60) },
    { name: "somebody else's reference", answer: { merchantReferenceId: merchantReference("payses_other") }, reason: "reference_mismatch", expected: PAYMENT_SESSION_ID, found: "payses_other" },
    { name: "our reference in another case", answer: { merchantReferenceId: merchantReference(PAYMENT_SESSION_ID.toLowerCase()) }, reason: "reference_mismatch", expected: PAYMENT_SESSION_ID, found: PAYMENT_SESSION_ID.toLowerCase() },
    { name: "a payment of less behind a session that fits", answer: { payment: { amount: money(9_000) } }, reason: "amount_mismatch", found: "90.00 EUR" },
    { name: "a payment of more behind a session that fits", answer: { payment: { amount: money(11_000) } }, reason: "amount_mismatch", found: "110.00 EUR" },
    { name: "a payment in another currency", answer: { payment: { amount: money(10_000, "USD") } }, reason: "currency_mismatch", found: "100.00 USD" },
    { name: "more captured than registered", answer: { captured: money(10_001) }, reason: "amount_mismatch", found: "100.01 EUR" },
    { name: "more captured than registered, by hand", row: { captureMethod: "manual" }, answer: { captured: money(10_001) }, reason: "amount_mismatch", found: "100.01 EUR" },
    { name: "captured in another currency", answer: { captured: money(10_000, "USD") }, reason: "currency_mismatch", found: "100.00 USD" },
  ]
  it.each(
    cases.flatMap((one) => [
      { phase: "paid" as const, ...one },
      { phase: "authorized" as const, ...one },
    ])
  )("$phase: $name", ({ phase, row, answer, reason, expected, found }) => {
    expect(judge(aLedgerRow(row), anAnswer(phase, answer))).toEqual({
      kind: "mismatch",
      reason,
      expected: expected ?? "100.00 EUR",
      found,
      allBack: false,
    })
  })

  it("an automatic payment that is done with less than all captured", () => {
    const answer = anAnswer("paid", { captured: money(9_000) })
    expect(judge(aLedgerRow(), answer)).toMatchObject({
      kind: "mismatch",
      reason: "amount_mismatch",
      found: "90.00 EUR",
    })
  })
})

describe("answers as they come over the wire", () => {
  const paid = { status: "completed", paymentStatus: "paid" }
  // prettier-ignore
  const cases: { name: string; row?: Partial<LedgerRow>; wire: Record<string, unknown>; kind: Verdict["kind"] }[] = [
    { name: "an amount as text", wire: { ...paid, amount: "10000" }, kind: "mismatch" },
    { name: "an amount as text with cents", wire: { ...paid, amount: "100.00" }, kind: "mismatch" },
    { name: "a currency in small letters", wire: { ...paid, currency: "eur" }, kind: "paid" },
    { name: "a numeric currency code", wire: { ...paid, currency: 978 }, kind: "mismatch" },
    { name: "a missing amount", wire: { ...paid, amount: undefined }, kind: "mismatch" },
    { name: "a missing currency", wire: { ...paid, currency: undefined }, kind: "mismatch" },
    { name: "a missing reference", wire: { ...paid, merchantReferenceId: undefined }, kind: "paid" },
    { name: "a reference that is no text", wire: { ...paid, merchantReferenceId: 4000 }, kind: "paid" },
    { name: "a status that nobody knows", wire: { status: "frozen", paymentStatus: "maybe" }, kind: "unknown" },
    { name: "a missing status", wire: { status: undefined, paymentStatus: undefined }, kind: "unknown" },
    { name: "a page that is open", wire: {}, kind: "open" },
    { name: "a page that ended", wire: { status: "expired" }, kind: "expired" },
    { name: "a payment whose captured total is text", wire: { ...paid, payment: { id: "p1", status: "succeeded", amount: 10_000, amountCaptured: "10000" } }, kind: "paid" },
    { name: "a payment that took less", wire: { ...paid, payment: { id: "p1", status: "succeeded", amount: 9_000 } }, kind: "mismatch" },
    { name: "a manual payment held for capture", row: { captureMethod: "manual" }, wire: { ...paid, paymentData: { captureMethod: "manual" }, payment: { id: "p1", status: "requiresCapture", amount: 10_000, amountCapturable: 10_000 } }, kind: "authorized" },
    { name: "a manual payment that cannot be read", row: { captureMethod: "manual" }, wire: { ...paid, paymentData: { captureMethod: "manual" } }, kind: "authorized" },
    // Gateway reference, section 13, row 4: we know the capture method even when the answer does not repeat it.
    { name: "a manual payment that cannot be read, the capture method not repeated", row: { captureMethod: "manual" }, wire: { ...paid, paymentData: undefined }, kind: "authorized" },
    { name: "a manual payment that was captured, the capture method not repeated", row: { captureMethod: "manual" }, wire: { ...paid, paymentData: undefined, payment: { id: "p1", status: "succeeded", amount: 10_000, amountCaptured: 10_000 } }, kind: "paid" },
  ]
  it.each(cases)("$name is $kind", ({ row, wire, kind }) => {
    expect(judge(aLedgerRow(row), anAnswerOnTheWire(wire)).kind).toBe(kind)
  })
})
