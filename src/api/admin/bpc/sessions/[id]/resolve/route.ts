import {
  type AuthenticatedMedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { firstComplaint } from "../../../../../../modules/bpc/changes"
import {
  RESOLUTIONS,
  resolveSessionWorkflow,
} from "../../../../../../workflows"
import { actorOf, answer, bpcOf, notFound, refuse } from "../../../answers"
import { sessionDetail } from "../../detail"

const schema = z.strictObject({
  action: z.enum(RESOLUTIONS, `must be one of ${RESOLUTIONS.join(", ")}`),
  note: z
    .string("is needed: say why, for whoever reads this later")
    .trim()
    .min(1, "is needed: say why, for whoever reads this later")
    .max(1000, "must be shorter than 1,000 characters"),
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
  if (!(await bpcOf(req).ledger.find(id))) {
    notFound("payment")
  }
  await resolveSessionWorkflow(req.scope).run({
    input: { id, ...parsed.data, by: await actorOf(req) },
  })
  answer(res, await sessionDetail(req, id))
}
