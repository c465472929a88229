import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { parseCursor, toCursor } from "../../../../modules/bpc/database"
import { answer, bpcOf, queryChoice, queryLimit, queryText } from "../answers"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const limit = queryLimit(req)
  const events = await bpcOf(req).queries.events(
    {
      sessionId: queryText(req, "session_id"),
      state: queryChoice(req, "state", ["received", "done", "parked"]),
    },
    { limit, after: parseCursor(queryText(req, "cursor")) }
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
