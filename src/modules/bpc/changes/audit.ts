import { type z } from "zod"
import { type auditEntrySchema } from "../../../api-schemas/audit"
import { type Bindings, type Database, newId, jsonb, sql } from "../database"

/** A secret appears only as "set", "changed" or "removed". */
export type AuditChange = Omit<AuditEntry, "id" | "at" | "actor">

export type AuditEntry = z.output<typeof auditEntrySchema>

/** What goes into the history, and who did it: the e-mail of the admin user, or "system". */
export type AuditNote = { actor: string; changes: readonly AuditChange[] }

/**
 * Makes a change and writes it down in one statement: neither is there without the other. A change that touches no row leaves no
 * entry.
 *
 * @param change a statement that ends with `returning`
 * @returns what it returned
 */
export async function changeWithNote<Row>(
  database: Database,
  change: string,
  bindings: Bindings,
  { actor, changes }: AuditNote
): Promise<Row[]> {
  return sql<Row>(
    database,
    `with changed as (${change}),
       noted as (
         insert into bpc_audit (id, actor, subject, field, "from", "to")
         select id, :auditActor, subject, field, "from", "to"
         from jsonb_to_recordset(cast(:auditEntries as jsonb)) as x (id text, subject text, field text, "from" text, "to" text)
         where exists (select 1 from changed)
       )
     select * from changed`,
    {
      ...bindings,
      auditActor: actor,
      auditEntries: jsonb(
        changes.map((entry) => ({ id: newId.audit(), ...entry }))
      ),
    }
  )
}

/** Who changed what and when. */
export class AuditLog {
  constructor(private readonly database: Database) {}

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
