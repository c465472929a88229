import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { findEvent } from "../../../../../modules/bpc/event-list"
import { answer, bpcOf, notFound } from "../../answers"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const event = await findEvent(bpcOf(req).database, req.params.id ?? "")
  answer(res, { event: event ?? notFound("webhook event") })
}
