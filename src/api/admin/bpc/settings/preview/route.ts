import { type MedusaRequest } from "@medusajs/framework/http"
import { type previewsAnswer } from "../../../../../api-schemas/settings"
import { tryPreview } from "../../../../../modules/bpc/settings"
import { answer, type Answering, bpcOf, refuse } from "../../answers"

export async function POST(
  req: MedusaRequest,
  res: Answering<typeof previewsAnswer>
): Promise<void> {
  const tried = await tryPreview(bpcOf(req), req.body)
  if (!tried.ok) {
    refuse(tried.error)
  }
  answer(res, tried.previews)
}
