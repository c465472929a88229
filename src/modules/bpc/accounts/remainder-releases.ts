import { type Database, sql } from "../database"
import { type LedgerRow } from "../ledger"

/** A look at the gateway belongs to a capture for so long; later the rest of a hold may have been released in the portal. */
const BY_THE_CAPTURE = "interval '1 hour'"

/**
 * Which accounts' gateways release the rest of a hold when a part of it is captured. No document tells beforehand; the first capture of
 * a part does.
 */
export class RemainderReleases {
  constructor(private readonly database: Database) {}

  /** A part of this hold was captured, and this is what became of the rest. */
  async note(
    { id, accountId }: Pick<LedgerRow, "id" | "accountId">,
    rest: "released" | "kept"
  ): Promise<void> {
    await (rest === "released"
      ? sql(
          this.database,
          `insert into bpc_rest_released (account_id, session_id)
           select :account, :session where exists (
             select 1 from bpc_operation where session_id = :session and kind = 'capture' and origin <> 'portal' and state = 'done'
               and updated_at > now() - ${BY_THE_CAPTURE})
           on conflict (account_id) do nothing`,
          { account: accountId, session: id }
        )
      : sql(
          this.database,
          // An older hold that was captured in part before the gateway changed its ways proves nothing.
          `delete from bpc_rest_released r using bpc_operation o
           where r.account_id = :account and o.session_id = :session and o.kind = 'capture' and o.state = 'done'
             and o.updated_at > r.at`,
          { account: accountId, session: id }
        ))
  }

  /** Ids of accounts. */
  async accounts(): Promise<string[]> {
    const rows = await sql<{ account_id: string }>(
      this.database,
      `select account_id from bpc_rest_released order by account_id`
    )
    return rows.map((row) => row.account_id)
  }
}
