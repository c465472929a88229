import { type MedusaRequest } from "@medusajs/framework/http"
import { type eventAnswer } from "../../../../../../api-schemas/events"
import { processWebhookEventWorkflow } from "../../../../../../workflows"
import { answer, type Answering, bpcOf, notFound } from "../../../answers"

/** Does the work of an event once more; one that is done is only shown. */
export async function POST(
  req: MedusaRequest,
  res: Answering<typeof eventAnswer>
): Promise<void> {
  const bpc = bpcOf(req)
  const id = req.params.id ?? ""
  await bpc.inbox.revive(id)
  await processWebhookEventWorkflow(req.scope).run({ input: { id } })
  answer(res, {
    event: (await bpc.queries.event(id)) ?? notFound("webhook event"),
  })
}
