import { type MedusaRequest } from "@medusajs/framework/http"
import { type sessionAnswer } from "../../../../../api-schemas/payments"
import { answer, type Answering } from "../../answers"
import { sessionDetail } from "../detail"

export async function GET(
  req: MedusaRequest,
  res: Answering<typeof sessionAnswer>
): Promise<void> {
  answer(res, await sessionDetail(req, req.params.id ?? ""))
}
