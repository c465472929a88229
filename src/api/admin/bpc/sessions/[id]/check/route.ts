import { type AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { type sessionAnswer } from "../../../../../../api-schemas/payments"
import { settleSessionWorkflow } from "../../../../../../workflows"
import {
  actorOf,
  answer,
  type Answering,
  bpcOf,
  notFound,
} from "../../../answers"
import { sessionDetail } from "../../detail"

/** Asks the gateway now and settles. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: Answering<typeof sessionAnswer>
): Promise<void> {
  const id = req.params.id ?? ""
  const bpc = bpcOf(req)
  if (!(await bpc.ledger.find(id))) {
    notFound("payment")
  }
  await bpc.note(id, {
    kind: "checked",
    details: { by: await actorOf(req) },
  })
  await settleSessionWorkflow(req.scope).run({
    input: { id, trigger: { door: "admin" } },
  })
  answer(res, await sessionDetail(req, id))
}
