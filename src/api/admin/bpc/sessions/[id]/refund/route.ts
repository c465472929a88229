import {
  type AuthenticatedMedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { firstComplaint } from "../../../../../../modules/bpc/setting-input"
import { refundSessionWorkflow } from "../../../../../../workflows"
import { answer, refuse } from "../../../answers"
import { sessionDetail } from "../../detail"

const schema = z.strictObject({
  amount: z
    .number("must be a number of minor units")
    .int("must be a whole number of minor units")
    .positive("must be above zero")
    .optional(),
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
  await refundSessionWorkflow(req.scope).run({
    input: { id, ...parsed.data, by: req.auth_context.actor_id },
  })
  answer(res, await sessionDetail(req, id))
}
