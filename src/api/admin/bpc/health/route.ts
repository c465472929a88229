import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { readHealth, surroundingsOf } from "../../../../modules/bpc/health"
import { answer, bpcOf } from "../answers"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  answer(res, await readHealth(bpcOf(req), surroundingsOf(req.scope)))
}
