import { type SubscriberArgs, type SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { BPC_MODULE } from "../modules/bpc"
import type BpcModuleService from "../modules/bpc/service"

/** Longer than the events of the cancelling itself need to be worked on. */
const SECONDS = 5

/**
 * Medusa cancels an order also when its money could not be given back (it logs that and goes on): the job looks whether
 * everything went back, and finishes it or tells a person.
 */
export default async function bpcOrderCanceled({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await container
    .resolve<BpcModuleService>(BPC_MODULE)
    .ledger.checkSalesOf(event.data.id, SECONDS)
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.CANCELED,
  context: { subscriberId: "bpc-order-canceled" },
}
