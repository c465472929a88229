import { z } from "zod"
import {
  type attemptSchema,
  type timelineEntrySchema,
} from "../../../api-schemas/payments"
import {
  DECLINE_CLASSES,
  type TimelineKind,
} from "../../../api-schemas/vocabulary"
import { type Bindings, type Database, newId, jsonb, sql } from "../database"

export type TimelineEntry = {
  kind: TimelineKind
  /** Facts for the sentence: ids, amounts in minor units, reasons. Never a secret, never personal data. */
  details?: Record<string, unknown>
}

/** Adds one entry to a payment's timeline. */
export async function addToTimeline(
  database: Database,
  sessionId: string,
  entry: TimelineEntry
): Promise<void> {
  await sql(
    database,
    `insert into bpc_timeline (id, session_id, kind, details)
     values (:timeline_id, :timeline_session, :timeline_kind, cast(:timeline_details as jsonb))`,
    { ...timelineBindings(entry), timeline_session: sessionId }
  )
}

/** A payment's timeline, oldest first. */
export async function readTimeline(
  database: Database,
  sessionId: string
): Promise<z.output<typeof timelineEntrySchema>[]> {
  return sql(
    database,
    `select id, at, kind, details from bpc_timeline where session_id = :id order by at, id limit 500`,
    { id: sessionId }
  )
}

/** The shopper's attempts to pay that a timeline tells of, oldest first. Pure. */
export function attemptsIn(
  timeline: readonly z.output<typeof timelineEntrySchema>[]
): z.output<typeof attemptSchema>[] {
  const paid = timeline.find(
    ({ kind, details }) =>
      kind === "verified" && moneyDetails.safeParse(details).success
  )
  return timeline.flatMap((entry) => {
    if (entry.kind === "attempt_failed") {
      const { data } = refusalDetails.safeParse(entry.details)
      return {
        at: entry.at,
        outcome: "refused" as const,
        class: data?.class ?? null,
        code: data?.code ?? null,
      }
    }
    // Later ones tell of captures and refunds.
    return entry === paid
      ? {
          at: entry.at,
          outcome: moneyDetails.parse(entry.details).as,
          class: null,
          code: null,
        }
      : []
  })
}

const refusalDetails = z.object({
  class: z.enum(DECLINE_CLASSES).nullable().catch(null),
  code: z.string().nullable().catch(null),
})

const moneyDetails = z.object({ as: z.enum(["authorized", "paid"]) })

/**
 * The tail of a statement that writes a timeline entry for the row its CTE `changed` returned, so that a change and its
 * entry are one statement: both happen or neither.
 */
export const TIMELINE_FOR_CHANGED = `, noted as (
  insert into bpc_timeline (id, session_id, kind, details)
  select :timeline_id, changed.id, :timeline_kind, cast(:timeline_details as jsonb) from changed
)`

export function timelineBindings(entry: TimelineEntry): Bindings {
  return {
    timeline_id: newId.timeline(),
    timeline_kind: entry.kind,
    timeline_details: jsonb(entry.details ?? {}),
  }
}
