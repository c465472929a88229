import { type AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import {
  resolveBody,
  type sessionAnswer,
} from "../../../../../../api-schemas/payments"
import { resolveSessionWorkflow } from "../../../../../../workflows"
import {
  actorOf,
  answer,
  type Answering,
  bpcOf,
  notFound,
} from "../../../answers"
import { bodyOf } from "../../../requests"
import { sessionDetail } from "../../detail"

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: Answering<typeof sessionAnswer>
): Promise<void> {
  const id = req.params.id ?? ""
  const decision = bodyOf(req, resolveBody)
  if (!(await bpcOf(req).ledger.find(id))) {
    notFound("payment")
  }
  await resolveSessionWorkflow(req.scope).run({
    input: { id, ...decision, by: await actorOf(req) },
  })
  answer(res, await sessionDetail(req, id))
}
