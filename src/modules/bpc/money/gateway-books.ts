import {
  type GatewayClient,
  type GatewaySession,
  type MoneyChannel,
  type PaymentHandle,
} from "../../../gateway"
import { type Account, type GatewayClients } from "../accounts"
import { type Configuration } from "../settings"
import { type Database } from "../database"
import { type SessionLedger, type LedgerRow } from "../ledger"
import { type Operations } from "./operations"
import { type Access, paymentOf, readSession } from "./read-session"
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

/** @throws GatewayError of kind `configuration` */
export function accessTo(clients: GatewayClients, account: Account): Access {
  return { client: clients.for(account), channel: clients.channel(account) }
}

export function notTaken(verdict: Verdict): string {
  return verdict.kind === "mismatch"
    ? `it holds ${verdict.found} where ${verdict.expected} was registered.`
    : `no money is held or captured (${verdict.kind}).`
}
