import { type MedusaRequest } from "@medusajs/framework/http"
import { type auditAnswer, auditQuery } from "../../../../api-schemas/audit"
import { parseCursor, toCursor } from "../../../../modules/bpc/database"
import { answer, type Answering, bpcOf } from "../answers"
import { queryOf } from "../requests"

export async function GET(
  req: MedusaRequest,
  res: Answering<typeof auditAnswer>
): Promise<void> {
  const { limit, cursor } = queryOf(req, auditQuery)
  const after = parseCursor(cursor)
  const entries = await bpcOf(req).audit.list({
    limit,
    ...(after && { after }),
  })
  answer(res, {
    entries,
    next_cursor: entries.length === limit ? toCursor(entries.at(-1)) : null,
  })
}
