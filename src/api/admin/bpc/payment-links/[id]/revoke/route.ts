import { type AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { type paymentLinkAnswer } from "../../../../../../api-schemas/payment-links"
import { revokePaymentLinkWorkflow } from "../../../../../../workflows"
import { actorOf, answer, type Answering } from "../../../answers"
import { linkDetail } from "../../detail"

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: Answering<typeof paymentLinkAnswer>
): Promise<void> {
  const id = req.params.id ?? ""
  await revokePaymentLinkWorkflow(req.scope).run({
    input: { id, by: await actorOf(req) },
  })
  answer(res, await linkDetail(req, id))
}
