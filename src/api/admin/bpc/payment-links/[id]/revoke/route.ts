import {
  type AuthenticatedMedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { revokePaymentLinkWorkflow } from "../../../../../../workflows"
import { actorOf, answer } from "../../../answers"
import { linkDetail } from "../../detail"

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  await revokePaymentLinkWorkflow(req.scope).run({
    input: { id, by: await actorOf(req) },
  })
  answer(res, await linkDetail(req, id))
}
