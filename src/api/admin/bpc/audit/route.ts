import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { parseCursor, toCursor } from "../../../../modules/bpc/database"
import { answer, bpcOf, queryLimit, queryText } from "../answers"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const limit = queryLimit(req)
  const after = parseCursor(queryText(req, "cursor"))
  const entries = await bpcOf(req).audit.list({
    limit,
    ...(after && { after }),
  })
  answer(res, {
    entries,
    next_cursor: entries.length === limit ? toCursor(entries.at(-1)) : null,
  })
}
