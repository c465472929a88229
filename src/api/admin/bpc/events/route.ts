import { type MedusaRequest } from "@medusajs/framework/http"
import { type eventsAnswer, eventsQuery } from "../../../../api-schemas/events"
import { parseCursor, toCursor } from "../../../../modules/bpc/database"
import { answer, type Answering, bpcOf } from "../answers"
import { queryOf } from "../requests"

export async function GET(
  req: MedusaRequest,
  res: Answering<typeof eventsAnswer>
): Promise<void> {
  const { limit, cursor, session_id, state } = queryOf(req, eventsQuery)
  const events = await bpcOf(req).queries.events(
    { sessionId: session_id, state },
    { limit, after: parseCursor(cursor) }
  )
  const last = events.at(-1)
  answer(res, {
    events,
    next_cursor:
      events.length === limit && last
        ? toCursor({ at: last.received_at, id: last.id })
        : null,
  })
}
