import {
  type AuthenticatedMedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { firstComplaint } from "../../../../../../modules/bpc/changes"
import { captureSessionWorkflow } from "../../../../../../workflows"
import { actorOf, answer, refuse } from "../../../answers"
import { sessionDetail } from "../../detail"
import { amountField, noteField } from "../../money-request"

const schema = z.strictObject({ amount: amountField, note: noteField })

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  const parsed = schema.safeParse(req.body ?? {})
  if (!parsed.success) {
    return refuse(firstComplaint(parsed.error))
  }
  await captureSessionWorkflow(req.scope).run({
    input: {
      id,
      ...parsed.data,
      by: req.auth_context.actor_id,
      actor: await actorOf(req),
    },
  })
  answer(res, await sessionDetail(req, id))
}
