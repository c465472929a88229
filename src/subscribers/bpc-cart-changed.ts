import { type SubscriberArgs, type SubscriberConfig } from "@medusajs/framework"
import { CartWorkflowEvents } from "@medusajs/framework/utils"
import { BPC_MODULE } from "../modules/bpc"
import type BpcModuleService from "../modules/bpc/service"

/**
 * Medusa leaves the payment sessions of a cart whose total changes, but not one that was started in that very moment: the cart's
 * open page is looked at, and closed if the cart asks for another amount by now.
 */
export default async function bpcCartChanged({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await container
    .resolve<BpcModuleService>(BPC_MODULE)
    .ledger.checkPagesOf(event.data.id)
}

export const config: SubscriberConfig = {
  event: [
    CartWorkflowEvents.UPDATED,
    CartWorkflowEvents.CUSTOMER_UPDATED,
    CartWorkflowEvents.REGION_UPDATED,
    CartWorkflowEvents.CUSTOMER_TRANSFERRED,
  ],
  context: { subscriberId: "bpc-cart-changed" },
}
