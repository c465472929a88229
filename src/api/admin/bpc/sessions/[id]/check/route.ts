import {
  type AuthenticatedMedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { settleSessionWorkflow } from "../../../../../../workflows"
import { actorOf, answer, bpcOf, notFound } from "../../../answers"
import { sessionDetail } from "../../detail"

/** Asks the gateway now and settles. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
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
