import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { answer } from "../../answers"
import { sessionDetail } from "../detail"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  answer(res, await sessionDetail(req, req.params.id ?? ""))
}
