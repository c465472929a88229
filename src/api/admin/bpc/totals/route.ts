import { type MedusaRequest } from "@medusajs/framework/http"
import { type totalsAnswer, totalsQuery } from "../../../../api-schemas/totals"
import { answer, type Answering, bpcOf } from "../answers"
import { queryOf } from "../requests"

export async function GET(
  req: MedusaRequest,
  res: Answering<typeof totalsAnswer>
): Promise<void> {
  const { time_zone: timeZone, ...asked } = queryOf(req, totalsQuery)
  answer(res, {
    totals: await bpcOf(req).queries.totals({ ...asked, timeZone }),
  })
}
