import { type GatewayError, type Result } from "../../../gateway"
import { type Database, sql } from "../database"

/** `unreachable`: no answer, a server error, or "come back later". */
export type TroubleKind = "key_refused" | "blocked" | "unreachable"

/** An account whose last call failed for a reason that the next call would meet, too. */
export type GatewayTrouble = {
  accountId: string
  kind: TroubleKind
  /** Calls in a row, as far as they were counted. */
  calls: number
  since: Date
  /** By the database's clock, as all ages here. */
  sinceSeconds: number
}

/** What lasts is written again at most this often; what another process wrote is taken back at most so late. */
const WRITE_AGAIN_MS = 30_000

type Known = { kind: TroubleKind | null; writtenAt: number; calls: number }

/**
 * Remembers for the health page how each account's gateway answered last, for all processes. Written when it changes, not with each
 * call, and never in the way of one: nobody waits for it, and a database that is away costs the note alone.
 */
export class GatewayWatch {
  private readonly known = new Map<string, Known>()
  private readonly writing = new Map<string, Promise<void>>()

  constructor(
    private readonly database: Database,
    private readonly now: () => number = Date.now
  ) {}

  /** Hears of each answer. */
  record(accountId: string, result: Result<unknown, GatewayError>): void {
    const kind = result.ok ? null : troubleOf(result.error)
    if (kind === undefined) {
      return
    }
    const known = this.known.get(accountId)
    const now = this.now()
    const calls = known?.kind === kind ? known.calls + 1 : 1
    if (known?.kind === kind && now - known.writtenAt < WRITE_AGAIN_MS) {
      known.calls = calls
      return
    }
    this.known.set(accountId, { kind, writtenAt: now, calls: 0 })
    const before = this.writing.get(accountId) ?? Promise.resolve()
    const mine = before
      .then(() => this.write(accountId, kind, calls))
      .catch(() => {
        this.known.delete(accountId)
      })
    this.writing.set(accountId, mine)
    void mine.then(() => {
      if (this.writing.get(accountId) === mine) {
        this.writing.delete(accountId)
      }
    })
  }

  async read(): Promise<GatewayTrouble[]> {
    const rows = await sql<{
      account_id: string
      kind: TroubleKind
      calls: number
      since: Date
      since_seconds: number
    }>(
      this.database,
      `select account_id, kind, calls, since, extract(epoch from now() - since)::float as since_seconds
       from bpc_gateway_trouble order by since`
    )
    return rows.map((row) => ({
      accountId: row.account_id,
      kind: row.kind,
      calls: row.calls,
      since: row.since,
      sinceSeconds: row.since_seconds,
    }))
  }

  private async write(
    accountId: string,
    kind: TroubleKind | null,
    calls: number
  ): Promise<void> {
    await sql(
      this.database,
      kind === null
        ? `delete from bpc_gateway_trouble where account_id = :account`
        : `insert into bpc_gateway_trouble as known (account_id, kind, calls) values (:account, :kind, :calls)
           on conflict (account_id) do update set kind = excluded.kind, last_at = now(),
             calls = case when known.kind = excluded.kind then known.calls else 0 end + excluded.calls,
             since = case when known.kind = excluded.kind then known.since else now() end`,
      kind === null
        ? { account: accountId }
        : { account: accountId, kind, calls }
    )
  }
}

/** Null: an answer about one call, so the way there and the key are good. Undefined: it says nothing about either. */
export function troubleOf({
  kind,
}: Pick<GatewayError, "kind">): TroubleKind | null | undefined {
  switch (kind) {
    case "auth":
      return "key_refused"
    case "blocked":
      return "blocked"
    case "transport":
    case "timeout":
    case "throttled":
      return "unreachable"
    case "rejected":
      return null
    case "protocol":
    case "configuration":
      return undefined
  }
}
