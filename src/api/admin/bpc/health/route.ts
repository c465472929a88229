import { type MedusaRequest } from "@medusajs/framework/http"
import { type healthAnswer } from "../../../../api-schemas/health"
import { readHealth, surroundingsOf } from "../../../../modules/bpc/health"
import { answer, type Answering, bpcOf } from "../answers"

export async function GET(
  req: MedusaRequest,
  res: Answering<typeof healthAnswer>
): Promise<void> {
  answer(res, await readHealth(bpcOf(req), surroundingsOf(req.scope)))
}
