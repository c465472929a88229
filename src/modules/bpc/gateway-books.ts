import {
  type GatewayClient,
  type GatewayError,
  type GatewaySession,
  type Money,
} from "../../gateway"
import { type Configuration } from "./configuration"
import { type Database } from "./database"
import { type GatewayClients } from "./gateway-clients"
import { type SessionLedger } from "./ledger"
import { type LedgerRow } from "./ledger-row"
import { accountGone, outcomeOpen } from "./refusals"
import { type Verdict, judge } from "./verdict"

export type MoneyDeps = {
  database: Database
  ledger: SessionLedger
  configuration: Configuration
  clients: GatewayClients
}

export type Books = {
  client: GatewayClient
  answer: GatewaySession
  verdict: Verdict
}

/*
 * Captures and refunds are made idempotent by comparing totals, not by remembering attempts: Medusa commits its capture or
 * refund row before it calls the provider and removes it when the provider throws, with a new id for each try. So before
 * anything is sent the gateway's total is read, and what it already contains is not sent again. That holds for a retry after
 * a time-out, for a webhook's echo and for what was done in the gateway's portal alike. Callers hold the session's lock.
 */

/** After a call whose outcome is unknown the gateway is asked; only its own answer makes it a success. */
export async function orReadBack(
  client: GatewayClient,
  row: LedgerRow,
  error: GatewayError,
  action: "capture" | "refund" | "cancel",
  amount: Money,
  done: (answer: GatewaySession) => boolean | Promise<boolean>
): Promise<void> {
  if (!error.outcomeUnknown || !row.gatewaySessionId) {
    throw error
  }
  const read = await client.readSession(row.gatewaySessionId)
  if (!read.ok || !(await done(read.value))) {
    throw outcomeOpen(action, amount, error)
  }
}

/** What the gateway holds now, compared with the ledger. @throws GatewayError */
export async function readBooks(
  deps: MoneyDeps,
  row: LedgerRow
): Promise<Books> {
  const account = await deps.configuration.account(row.accountId)
  if (!account || !row.gatewaySessionId) {
    throw accountGone(row.mode)
  }
  const client = deps.clients.for(account)
  const answer = await client.readSession(row.gatewaySessionId)
  if (!answer.ok) {
    throw answer.error
  }
  return { client, answer: answer.value, verdict: judge(row, answer.value) }
}

export function notTaken(verdict: Verdict): string {
  return verdict.kind === "mismatch"
    ? `it holds ${verdict.found} where ${verdict.expected} was registered.`
    : `no money is held or captured (${verdict.kind}).`
}
