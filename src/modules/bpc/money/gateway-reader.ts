import {
  type GatewayError,
  type GatewaySession,
  type GatewaySessionId,
  type Result,
} from "../../../gateway"
import { CircuitBreaker, EncryptionError } from "../accounts"
import { accessTo, type MoneyDeps } from "./gateway-books"
import { type Access, type Purpose, readSession } from "./read-session"
import { type LedgerRow } from "../ledger"
import { accountGone, accountUnreadable, notOurs } from "../refusals"

/** Asks the gateway about payments, and heeds how it answers. */
export class GatewayReader {
  private readonly breaker = new CircuitBreaker()

  constructor(
    private readonly deps: Pick<MoneyDeps, "configuration" | "clients">
  ) {}

  /** Asks the gateway about a session. Never rejects for a fault of the gateway. */
  async read(
    row: LedgerRow,
    purpose?: Purpose
  ): Promise<Result<GatewaySession, GatewayError>> {
    return this.call(row, (access, id) => readSession(access, row, id, purpose))
  }

  /** Closes its page. */
  async expire(row: LedgerRow): Promise<Result<GatewaySession, GatewayError>> {
    return this.call(row, ({ client }, id) => client.expireSession(id))
  }

  /** Seconds that the job leaves an account's gateway alone, because it does not answer or has asked for it; 0: none. */
  pauseOf(row: LedgerRow): number {
    return this.breaker.pauseOf(row.accountId)
  }

  private async call(
    row: LedgerRow,
    call: (
      access: Access,
      id: GatewaySessionId
    ) => Promise<Result<GatewaySession, GatewayError>>
  ): Promise<Result<GatewaySession, GatewayError>> {
    const account = await this.accountOf(row)
    if (account instanceof EncryptionError) {
      return { ok: false, error: accountUnreadable(account.message) }
    }
    if (!account) {
      return { ok: false, error: accountGone(row.mode) }
    }
    if (!row.gatewaySessionId) {
      return { ok: false, error: notOurs(`The gateway's id of ${row.id}`) }
    }
    const result = await call(
      accessTo(this.deps.clients, account),
      row.gatewaySessionId
    )
    this.breaker.record(row.accountId, result)
    return result
  }

  private async accountOf(row: LedgerRow) {
    try {
      return await this.deps.configuration.accountOf(row)
    } catch (error) {
      if (error instanceof EncryptionError) {
        return error
      }
      throw error
    }
  }
}
