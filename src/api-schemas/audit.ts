import { z } from "zod"
import { type Asked, page } from "./query"
import { moment, nextCursor } from "./wire"

/** One change of a setting or an account. */
export const auditEntrySchema = z.object({
  id: z.string(),
  at: moment,
  /** E-mail address, or "system". */
  actor: z.string(),
  subject: z.string(),
  field: z.string(),
  /** Secrets appear as "set", "changed" or "removed". */
  from: z.string().nullable(),
  to: z.string().nullable(),
})
export type AuditEntry = z.input<typeof auditEntrySchema>

export const auditQuery = z.object(page)
export type AuditFilters = Asked<typeof auditQuery>

export const auditAnswer = z.object({
  entries: z.array(auditEntrySchema),
  next_cursor: nextCursor,
})
export type AuditPage = z.input<typeof auditAnswer>
