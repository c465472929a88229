import { type SubscriberArgs, type SubscriberConfig } from "@medusajs/framework"
import { FulfillmentWorkflowEvents } from "@medusajs/framework/utils"
import { BPC_MODULE } from "../modules/bpc"
import type BpcModuleService from "../modules/bpc/service"
import { captureShippedOrderWorkflow } from "../workflows"

/** A parcel left, or goods were handed over: what is due of the order's money by that is captured, if the shop wants it so. */
export default async function bpcOrderShipped({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const bpc = container.resolve<BpcModuleService>(BPC_MODULE)
  const { captureOnShipment } = await bpc.configuration.settings()
  if (captureOnShipment === "off") {
    return
  }
  const orderId = await bpc.queries.shippedOrders.note(event.data.id)
  if (orderId) {
    await bpc.leases.apart(() =>
      captureShippedOrderWorkflow(container).run({ input: { orderId } })
    )
  }
}

export const config: SubscriberConfig = {
  event: [
    FulfillmentWorkflowEvents.SHIPMENT_CREATED,
    FulfillmentWorkflowEvents.DELIVERY_CREATED,
  ],
  context: { subscriberId: "bpc-order-shipped" },
}
