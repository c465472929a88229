import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { parseCursor, toCursor } from "../../../../modules/bpc/database"
import { SESSION_STATES } from "../../../../modules/bpc/ledger"
import {
  answer,
  bpcOf,
  queryChoice,
  queryDate,
  queryFlag,
  queryLimit,
  queryText,
} from "../answers"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const limit = queryLimit(req)
  const sessions = await bpcOf(req).queries.sessions(
    {
      state: queryChoice(req, "state", SESSION_STATES),
      undecided: queryFlag(req, "undecided"),
      differs: queryFlag(req, "differs"),
      mode: queryChoice(req, "mode", ["test", "live"]),
      from: queryDate(req, "from"),
      to: queryDate(req, "to"),
      search: queryText(req, "q"),
      orderId: queryText(req, "order_id"),
    },
    { limit, after: parseCursor(queryText(req, "cursor")) }
  )
  const last = sessions.at(-1)
  answer(res, {
    sessions,
    next_cursor:
      sessions.length === limit && last
        ? toCursor({ at: last.created_at, id: last.id })
        : null,
  })
}
