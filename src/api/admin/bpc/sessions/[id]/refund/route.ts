import { type AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import {
  refundBody,
  type sessionAnswer,
} from "../../../../../../api-schemas/payments"
import { refundSessionWorkflow } from "../../../../../../workflows"
import { actorOf, answer, type Answering } from "../../../answers"
import { bodyOf } from "../../../requests"
import { sessionDetail } from "../../detail"
import { refundReason } from "../../refund-reason"

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: Answering<typeof sessionAnswer>
): Promise<void> {
  const id = req.params.id ?? ""
  const { amount, note, refund_reason_id: reasonId } = bodyOf(req, refundBody)
  await refundSessionWorkflow(req.scope).run({
    input: {
      id,
      amount,
      note,
      reason: reasonId ? await refundReason(req, reasonId) : undefined,
      by: req.auth_context.actor_id,
      actor: await actorOf(req),
    },
  })
  answer(res, await sessionDetail(req, id))
}
