import { type SubscriberArgs, type SubscriberConfig } from "@medusajs/framework"
import { WEBHOOK_RECEIVED } from "../modules/bpc/inbox"
import { processWebhookEventWorkflow } from "../workflows"

/** Works on a stored webhook event at once; if this process dies first, the reconcile job finds the event in the inbox. */
export default async function bpcWebhookReceived({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await processWebhookEventWorkflow(container).run({
    input: { id: event.data.id },
  })
}

export const config: SubscriberConfig = {
  event: WEBHOOK_RECEIVED,
  context: { subscriberId: "bpc-webhook-received" },
}
