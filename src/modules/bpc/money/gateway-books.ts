import {
  type GatewayClient,
  type GatewayError,
  type GatewaySession,
  type MoneyChannel,
  type PaymentHandle,
  type Result,
  ok,
  phaseOf,
} from "../../../gateway"
import { type Account, type GatewayClients } from "../accounts"
import { type Configuration } from "../settings"
import { type Database } from "../database"
import { type SessionLedger, type LedgerRow } from "../ledger"
import { type Operations } from "./operations"
import { accountGone } from "../refusals"
import { type Verdict, judge } from "./verdict"

export type MoneyDeps = {
  database: Database
  ledger: SessionLedger
  operations: Operations
  configuration: Configuration
  clients: GatewayClients
}

/** The gateway's side of one payment: how to reach it, and what it holds now, compared with the ledger. */
export type Books = {
  client: GatewayClient
  channel: MoneyChannel
  payment: PaymentHandle
  answer: GatewaySession
  verdict: Verdict
}

/** What the gateway holds now, compared with the ledger. @throws GatewayError */
export async function readBooks(
  deps: MoneyDeps,
  row: LedgerRow
): Promise<Books> {
  const account = await deps.configuration.accountOf(row)
  if (!account || !row.gatewaySessionId) {
    throw accountGone(row.mode)
  }
  const access = accessTo(deps.clients, account)
  const answer = await readSession(access, row, row.gatewaySessionId)
  if (!answer.ok) {
    throw answer.error
  }
  return {
    ...access,
    payment: paymentOf(row, answer.value),
    answer: answer.value,
    verdict: judge(row, answer.value),
  }
}

export type Access = { client: GatewayClient; channel: MoneyChannel }

/** @throws GatewayError of kind `configuration` */
export function accessTo(clients: GatewayClients, account: Account): Access {
  return { client: clients.for(account), channel: clients.channel(account) }
}

/**
 * A session as the gateway has it, with the totals of the second channel where the session does not tell any. That a second
 * channel cannot be read costs the totals only: what the session itself says still holds.
 */
export async function readSession(
  { client, channel }: Access,
  row: LedgerRow,
  id: NonNullable<LedgerRow["gatewaySessionId"]>
): Promise<Result<GatewaySession, GatewayError>> {
  const read = await client.readSession(id)
  if (!read.ok || channel.name === "v2" || !lacksTotals(read.value)) {
    return read
  }
  const totals = await channel.readTotals({
    payment: paymentOf(row, read.value),
    currency: row.amount.currency,
  })
  return totals.ok && totals.value
    ? ok(withTotals(read.value, totals.value))
    : read
}

function lacksTotals(answer: GatewaySession): boolean {
  return (
    answer.captured === undefined &&
    answer.phase !== "open" &&
    answer.phase !== "expired"
  )
}

type ChannelTotals = NonNullable<
  Extract<
    Awaited<ReturnType<MoneyChannel["readTotals"]>>,
    { ok: true }
  >["value"]
>

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
  totals: ChannelTotals
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

export function notTaken(verdict: Verdict): string {
  return verdict.kind === "mismatch"
    ? `it holds ${verdict.found} where ${verdict.expected} was registered.`
    : `no money is held or captured (${verdict.kind}).`
}
