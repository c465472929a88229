import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { processWebhookEventWorkflow } from "../../../../../../workflows"
import { answer, bpcOf, notFound } from "../../../answers"

/** Does the work of an event once more; one that is done is only shown. */
export async function POST(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const bpc = bpcOf(req)
  const id = req.params.id ?? ""
  await bpc.inbox.revive(id)
  await processWebhookEventWorkflow(req.scope).run({ input: { id } })
  answer(res, {
    event: (await bpc.queries.event(id)) ?? notFound("webhook event"),
  })
}
