import {
  type GatewayClient,
  type GatewayError,
  type GatewaySession,
  type GatewaySessionId,
  type MoneyChannel,
  type MoneyTotals,
  type PaymentHandle,
  type PaymentReading,
  type Result,
  bothFacts,
  ok,
  phaseOf,
  sameMoney,
} from "../../../gateway"
import { type LedgerRow } from "../ledger"

export type Access = { client: GatewayClient; channel: MoneyChannel }

/**
 * What a look at a payment is for. `money`: what is decided about it. `facts`: what the second channel tells beside that, too.
 * `rest`: a sale that is through, where one call of the second channel tells whether anything is another way than the ledger has it.
 */
export type Purpose = "money" | "facts" | "rest"

/**
 * A session as the gateway has it, with the totals of the second channel where the session does not tell any. That a second
 * channel cannot be read costs its totals and facts only: what the session itself says still holds.
 */
export async function readSession(
  { client, channel }: Access,
  row: LedgerRow,
  id: GatewaySessionId,
  purpose: Purpose = "money"
): Promise<Result<GatewaySession, GatewayError>> {
  const hasSecondChannel = channel.name !== "v2"
  const { currency } = row.amount
  let told: PaymentReading | undefined
  if (purpose === "rest" && hasSecondChannel) {
    const payment = handleOf(row, id)
    told = valueOf(await channel.readPayment({ payment, currency }))
    const atRest = told && asInLedger(row, id, told)
    if (atRest) {
      return ok(atRest)
    }
  }
  const read = await client.readSession(id)
  if (!read.ok || !hasSecondChannel) {
    return read
  }
  const answer = read.value
  if (purpose !== "money" || lacksTotals(answer)) {
    const payment = paymentOf(row, answer)
    told ??= valueOf(await channel.readPayment({ payment, currency }))
  }
  return ok(told ? withReading(answer, told) : withoutReading(answer))
}

function valueOf<Value>(
  result: Result<Value, GatewayError>
): Value | undefined {
  return result.ok ? result.value : undefined
}

/** The session that the gateway would show, by what the second channel tells; undefined unless the ledger has it so already. */
function asInLedger(
  row: LedgerRow,
  id: GatewaySessionId,
  { totals, facts }: PaymentReading
): GatewaySession | undefined {
  const state = row.state === "authorized" ? "held" : "captured"
  const isSame =
    totals?.state === state &&
    sameMoney(totals.captured, row.captured) &&
    sameMoney(totals.refunded, row.refunded)
  return isSame
    ? withTotals(
        {
          id,
          status: "completed",
          rawStatus: "completed",
          paymentStatus: "paid",
          rawPaymentStatus: "paid",
          phase: "paid",
          amount: row.amount,
          rawAmount: row.amount.minor,
          rawCurrency: row.amount.currency,
          captureMethod: row.captureMethod,
          captured: totals.captured,
          refunded: totals.refunded,
          facts,
        },
        totals
      )
    : undefined
}

function withReading(
  answer: GatewaySession,
  { totals, facts }: PaymentReading
): GatewaySession {
  return {
    ...(totals && lacksTotals(answer) ? withTotals(answer, totals) : answer),
    facts: bothFacts(answer.facts, facts),
  }
}

function withoutReading(answer: GatewaySession): GatewaySession {
  return { ...answer, facts: { ...answer.facts, secondChannel: "unasked" } }
}

function lacksTotals(answer: GatewaySession): boolean {
  return (
    answer.captured === undefined &&
    answer.phase !== "open" &&
    answer.phase !== "expired"
  )
}

const PAYMENT_STATUS = {
  held: "requires_capture",
  captured: "succeeded",
  refunded: "succeeded",
  canceled: "canceled",
  unpaid: "requires_payment_method",
  unknown: "unknown",
} as const

function withTotals(
  answer: GatewaySession,
  totals: MoneyTotals
): GatewaySession {
  const payment = {
    rawStatus: totals.state,
    ...answer.payment,
    status: PAYMENT_STATUS[totals.state],
    captured: totals.captured,
    refunded: totals.refunded,
  }
  return {
    ...answer,
    payment,
    captured: totals.captured,
    refunded: totals.refunded,
    phase: phaseOf({ ...answer, payment }),
  }
}

/** By what the gateway's channels know the payment. */
export function paymentOf(
  row: LedgerRow,
  answer: GatewaySession
): PaymentHandle {
  return {
    paymentId: answer.payment?.id ?? row.gatewayPaymentId,
    mdOrder: answer.mdOrder ?? row.mdOrder,
    sessionId: answer.id,
  }
}

/** The same as far as the ledger knows it. */
function handleOf(row: LedgerRow, sessionId: GatewaySessionId): PaymentHandle {
  return {
    paymentId: row.gatewayPaymentId,
    mdOrder: row.mdOrder,
    sessionId,
  }
}
