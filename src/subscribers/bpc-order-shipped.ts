import { type SubscriberArgs, type SubscriberConfig } from "@medusajs/framework"
import { FulfillmentWorkflowEvents } from "@medusajs/framework/utils"
import { captureShippedOrderWorkflow } from "../workflows"

/** A parcel left: what its order still holds is captured, if the shop wants it so. */
export default async function bpcOrderShipped({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await captureShippedOrderWorkflow(container).run({
    input: { fulfillmentId: event.data.id },
  })
}

export const config: SubscriberConfig = {
  event: FulfillmentWorkflowEvents.SHIPMENT_CREATED,
  context: { subscriberId: "bpc-order-shipped" },
}
