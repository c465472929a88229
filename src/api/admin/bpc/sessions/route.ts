import { type MedusaRequest } from "@medusajs/framework/http"
import {
  type sessionsAnswer,
  sessionsQuery,
} from "../../../../api-schemas/payments"
import { parseCursor, toCursor } from "../../../../modules/bpc/database"
import { answer, type Answering, bpcOf } from "../answers"
import { queryOf } from "../requests"
import { filterOf } from "./filter"

export async function GET(
  req: MedusaRequest,
  res: Answering<typeof sessionsAnswer>
): Promise<void> {
  const { limit, cursor, ...filters } = queryOf(req, sessionsQuery)
  const sessions = await bpcOf(req).queries.sessions(filterOf(filters), {
    limit,
    after: parseCursor(cursor),
  })
  const last = sessions.at(-1)
  answer(res, {
    sessions,
    next_cursor:
      sessions.length === limit && last
        ? toCursor({ at: last.created_at, id: last.id })
        : null,
  })
}
