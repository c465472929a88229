import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { readHealth } from "../../../../modules/bpc/health"
import { surroundingsOf } from "../../../../modules/bpc/health-surroundings"
import { answer, bpcOf } from "../answers"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  answer(res, await readHealth(bpcOf(req), surroundingsOf(req.scope)))
}
