import { type AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import {
  captureBody,
  type sessionAnswer,
} from "../../../../../../api-schemas/payments"
import { captureSessionWorkflow } from "../../../../../../workflows"
import { actorOf, answer, type Answering } from "../../../answers"
import { bodyOf } from "../../../requests"
import { sessionDetail } from "../../detail"

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: Answering<typeof sessionAnswer>
): Promise<void> {
  const id = req.params.id ?? ""
  const request = bodyOf(req, captureBody)
  await captureSessionWorkflow(req.scope).run({
    input: {
      id,
      ...request,
      by: req.auth_context.actor_id,
      actor: await actorOf(req),
    },
  })
  answer(res, await sessionDetail(req, id))
}
