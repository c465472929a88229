import { type MedusaRequest } from "@medusajs/framework/http"
import { type eventAnswer } from "../../../../../api-schemas/events"
import { answer, type Answering, bpcOf, notFound } from "../../answers"

export async function GET(
  req: MedusaRequest,
  res: Answering<typeof eventAnswer>
): Promise<void> {
  const event = await bpcOf(req).queries.event(req.params.id ?? "")
  answer(res, { event: event ?? notFound("webhook event") })
}
