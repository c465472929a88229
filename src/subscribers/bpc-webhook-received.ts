import { type SubscriberArgs, type SubscriberConfig } from "@medusajs/framework"
import { type StoredEvent } from "../modules/bpc/inbox"
import { WEBHOOK_RECEIVED } from "../modules/bpc/events"
import { processWebhookEventWorkflow } from "../workflows"

/** Works on a stored webhook event at once; if this process dies first, the reconcile job finds the event in the inbox. */
export default async function bpcWebhookReceived({
  event,
  container,
}: SubscriberArgs<StoredEvent>): Promise<void> {
  await processWebhookEventWorkflow(container).run({
    input: { event: event.data },
  })
}

export const config: SubscriberConfig = {
  event: WEBHOOK_RECEIVED,
  context: { subscriberId: "bpc-webhook-received" },
}
