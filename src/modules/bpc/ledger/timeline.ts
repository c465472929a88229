import { type Bindings, type Database, newId, jsonb, sql } from "../database"

/** What a payment's timeline can tell; each kind has its sentence in the admin. */
export type TimelineKind =
  | "created"
  | "page_opened"
  | "page_reused"
  | "create_failed"
  | "link_opened"
  | "link_revoked"
  | "page_left"
  | "page_closed"
  | "webhook"
  | "returned"
  | "attempt_failed"
  | "verified"
  | "mismatch"
  | "order_placed"
  | "order_failed"
  | "adopted"
  | "total_changed"
  | "started_again"
  | "captured"
  | "refunded"
  | "refund_pending"
  | "refund_failed"
  | "voided"
  | "expired"
  | "canceled"
  | "held"
  | "gateway_error"
  | "in_doubt"
  | "doubt_settled"
  | "mirrored"
  | "books_differ"
  | "shipped_uncaptured"
  | "released_unpaid"
  | "retrying"
  | "recovered"
  | "gave_up"
  | "checked"
  | "capture_requested"
  | "refund_requested"
  | "resolved"

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
): Promise<{ id: string; at: Date; kind: TimelineKind; details: unknown }[]> {
  return sql(
    database,
    `select id, at, kind, details from bpc_timeline where session_id = :id order by at, id limit 500`,
    { id: sessionId }
  )
}

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
