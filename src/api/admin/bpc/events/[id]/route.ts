import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { answer, bpcOf, notFound } from "../../answers"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const event = await bpcOf(req).queries.event(req.params.id ?? "")
  answer(res, { event: event ?? notFound("webhook event") })
}
