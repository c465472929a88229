import {
  type AuthenticatedMedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { firstComplaint } from "../../../../../../modules/bpc/changes"
import { refundSessionWorkflow } from "../../../../../../workflows"
import { actorOf, answer, refuse } from "../../../answers"
import { sessionDetail } from "../../detail"
import { amountField, noteField, refundReason } from "../../money-request"

const schema = z.strictObject({
  amount: amountField,
  refund_reason_id: z.string("must be text").trim().min(1).nullish(),
  note: noteField,
})

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const id = req.params.id ?? ""
  const parsed = schema.safeParse(req.body ?? {})
  if (!parsed.success) {
    return refuse(firstComplaint(parsed.error))
  }
  const { amount, note, refund_reason_id: reasonId } = parsed.data
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
