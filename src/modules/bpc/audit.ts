import { type Database, newId, jsonb, sql } from "./database"

/** One change of a setting or an account. A secret appears only as "set", "changed" or "removed". */
export type AuditChange = {
  subject: string
  field: string
  from: string | null
  to: string | null
}

export type AuditEntry = AuditChange & { id: string; at: Date; actor: string }

/** Who changed what and when. */
export class AuditLog {
  constructor(private readonly database: Database) {}

  /** @param actor the e-mail of the admin user, or "system" */
  async record(actor: string, changes: readonly AuditChange[]): Promise<void> {
    if (changes.length === 0) {
      return
    }
    await sql(
      this.database,
      `insert into bpc_audit (id, actor, subject, field, "from", "to")
       select id, :actor, subject, field, "from", "to"
       from jsonb_to_recordset(cast(:changes as jsonb)) as x (id text, subject text, field text, "from" text, "to" text)`,
      {
        actor,
        changes: jsonb(
          changes.map((change) => ({ id: newId.audit(), ...change }))
        ),
      }
    )
  }

  /** Newest first. `after` is the last entry of the page before. */
  async list(input: {
    limit: number
    after?: { at: string; id: string }
  }): Promise<AuditEntry[]> {
    return sql<AuditEntry>(
      this.database,
      `select id, at, actor, subject, field, "from", "to" from bpc_audit
       ${input.after ? `where (at, id) < (cast(:at as timestamptz), :id)` : ""}
       order by at desc, id desc limit :limit`,
      { limit: input.limit, ...input.after }
    )
  }
}
