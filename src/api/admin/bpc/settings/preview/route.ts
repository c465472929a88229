import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { tryPreview } from "../../../../../modules/bpc/settings"
import { answer, bpcOf, refuse } from "../../answers"

export async function POST(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const tried = await tryPreview(bpcOf(req), req.body)
  if (!tried.ok) {
    refuse(tried.error)
  }
  answer(res, tried.previews)
}
