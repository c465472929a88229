import { type z } from "zod"
import {
  type eventDetailSchema,
  type eventSchema,
} from "../../../api-schemas/events"
import { type Position, type Database, sql } from "../database"

/** A webhook event as the admin API lists it. */
export type ListedEvent = z.output<typeof eventSchema>

type DetailedEvent = z.output<typeof eventDetailSchema>

const COLUMNS = `id, type, request_id, state, outcome, attempts, session_id, gateway_session_id, signature_variant,
  received_at, processed_at, next_attempt_at`

/** Newest first. */
export async function listEvents(
  database: Database,
  filter: { sessionId?: string; state?: ListedEvent["state"] },
  page: { limit: number; after?: Position }
): Promise<ListedEvent[]> {
  const conditions = [
    filter.sessionId ? "session_id = :session" : "",
    filter.state ? "state = :state" : "",
    page.after
      ? "(received_at, id) < (cast(:after_at as timestamptz), :after_id)"
      : "",
  ].filter(Boolean)
  return sql<ListedEvent>(
    database,
    `select ${COLUMNS} from bpc_event ${conditions.length ? `where ${conditions.join(" and ")}` : ""}
     order by received_at desc, id desc limit :limit`,
    {
      limit: page.limit,
      ...(filter.sessionId && { session: filter.sessionId }),
      ...(filter.state && { state: filter.state }),
      ...(page.after && { after_at: page.after.at, after_id: page.after.id }),
    }
  )
}

/** With its payload, from which personal and card data were taken before it was stored. */
export async function findEvent(
  database: Database,
  id: string
): Promise<DetailedEvent | undefined> {
  const [event] = await sql<DetailedEvent>(
    database,
    `select ${COLUMNS}, payload from bpc_event where id = :id`,
    { id }
  )
  return event
}
