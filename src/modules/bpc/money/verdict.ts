import {
  type GatewaySession,
  type Money,
  type SessionPhase,
  formatMoney,
  phaseOf,
  sameMoney,
} from "../../../gateway"
import { type LedgerRow, type SessionReason } from "../ledger"

/** What the gateway's own answer means once it has been compared with what we registered. */
export type Verdict =
  | { kind: "open" }
  | MoneyVerdict
  | { kind: "expired" }
  | { kind: "canceled" }
  | { kind: "unknown"; words: string }
  | ({ kind: "mismatch" } & Difference)

/** What the gateway says of a payment that has money in it. */
export type MoneyVerdict = { kind: "paid" | "authorized" } & Totals

export type Totals = {
  captured: Money
  refunded: Money
  /** False: the gateway does not tell its totals, and what stands here follows from the phase alone. */
  totalsKnown: boolean
}

/**
 * Part of a hold was captured and the rest is still reserved. The gateway releases a hold only before its first capture
 * (BPC, "Cancel and refund" of API V2), so nothing that we can send gives all of it back.
 */
export function keepsRemainder(verdict: MoneyVerdict): boolean {
  return verdict.kind === "authorized" && verdict.captured.minor > 0
}

type Found = { reason: SessionReason; expected: string; found: string }

export type Difference = Found & {
  /** The gateway has given back everything that it took. */
  allBack: boolean
}

/**
 * Compares the gateway's answer with the ledger: amount, currency and reference, in minor units. Pure and total. Money that
 * differs in any of them is a `mismatch` and is never applied.
 */
export function judge(row: LedgerRow, answer: GatewaySession): Verdict {
  const phase = phaseIn(row, answer)
  switch (phase) {
    case "open":
      return { kind: "open" }
    case "expired":
      return { kind: "expired" }
    case "canceled":
      return { kind: "canceled" }
    case "unknown":
      return {
        kind: "unknown",
        words: `${answer.rawStatus}/${answer.rawPaymentStatus}`,
      }
    case "paid":
    case "authorized": {
      const difference = differenceOf(row, answer, phase)
      return difference
        ? {
            kind: "mismatch",
            ...difference,
            allBack: phase === "paid" && isAllBack(answer),
          }
        : {
            kind: phase,
            captured:
              answer.captured ??
              (phase === "paid" ? row.amount : { ...row.amount, minor: 0 }),
            refunded: answer.refunded ?? { ...row.amount, minor: 0 },
            totalsKnown: answer.captured !== undefined,
          }
    }
  }
}

function isAllBack({ captured, refunded }: GatewaySession): boolean {
  return (
    captured !== undefined &&
    refunded !== undefined &&
    captured.minor > 0 &&
    refunded.minor >= captured.minor
  )
}

/** The answer may not repeat the capture method; the ledger knows what was registered. */
function phaseIn(row: LedgerRow, answer: GatewaySession): SessionPhase {
  return phaseOf({ ...answer, captureMethod: row.captureMethod })
}

function differenceOf(
  row: LedgerRow,
  answer: GatewaySession,
  phase: "paid" | "authorized"
): Found | undefined {
  const found = answer.amount ? formatMoney(answer.amount) : rawAmount(answer)
  const expected = formatMoney(row.amount)
  if (answer.amount === undefined) {
    return { reason: "amount_mismatch", expected, found }
  }
  if (answer.amount.currency !== row.amount.currency) {
    return { reason: "currency_mismatch", expected, found }
  }
  if (!sameMoney(answer.amount, row.amount)) {
    return { reason: "amount_mismatch", expected, found }
  }
  // An answer without a reference is tolerated: the session was read by the id that our own create call returned.
  if (
    answer.merchantReferenceId !== undefined &&
    answer.merchantReferenceId !== row.merchantReferenceId
  ) {
    return {
      reason: "reference_mismatch",
      expected: row.merchantReferenceId,
      found: answer.merchantReferenceId,
    }
  }
  return paymentDifferenceOf(row, answer, { expected, phase })
}

/**
 * How a page that was just registered differs from what was asked for; what the answer does not repeat does not differ. Pure.
 */
export function registeredOtherwise(
  row: LedgerRow,
  answer: GatewaySession
): Pick<Found, "expected" | "found"> | undefined {
  const says = (raw: unknown) => raw !== undefined && raw !== null
  const differs =
    says(answer.rawAmount) && says(answer.rawCurrency)
      ? !answer.amount || !sameMoney(answer.amount, row.amount)
      : says(answer.rawAmount) && Number(answer.rawAmount) !== row.amount.minor
  return differs
    ? {
        expected: formatMoney(row.amount),
        found: answer.amount ? formatMoney(answer.amount) : rawAmount(answer),
      }
    : undefined
}

/** The session may carry the right amount while the payment behind it took another one. */
function paymentDifferenceOf(
  row: LedgerRow,
  answer: GatewaySession,
  { expected, phase }: { expected: string; phase: "paid" | "authorized" }
): Found | undefined {
  const taken = answer.payment?.amount
  const foreign = [taken, answer.captured, answer.refunded].find(
    (money) => money && money.currency !== row.amount.currency
  )
  if (foreign) {
    return {
      reason: "currency_mismatch",
      expected,
      found: formatMoney(foreign),
    }
  }
  if (taken && taken.minor !== row.amount.minor) {
    return {
      reason: "amount_mismatch",
      expected,
      found: formatMoney(taken),
    }
  }
  const captured = answer.captured
  const capturedWrong =
    captured !== undefined &&
    (captured.minor > row.amount.minor ||
      (row.captureMethod === "automatic" &&
        phase === "paid" &&
        captured.minor < row.amount.minor))
  return capturedWrong && captured
    ? {
        reason: "amount_mismatch",
        expected,
        found: formatMoney(captured),
      }
    : undefined
}

function rawAmount(answer: GatewaySession): string {
  const part = (value: unknown) =>
    typeof value === "string" || typeof value === "number" ? String(value) : "?"
  return `${part(answer.rawAmount)} ${part(answer.rawCurrency)}`.slice(0, 60)
}
