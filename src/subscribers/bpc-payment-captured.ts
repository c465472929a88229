import { type SubscriberArgs, type SubscriberConfig } from "@medusajs/framework"
import { PaymentEvents } from "@medusajs/framework/utils"
import { BPC_MODULE } from "../modules/bpc"
import type BpcModuleService from "../modules/bpc/service"

/** A shipped order that a person was told about may have its money now: the job looks again at once. */
export default async function bpcPaymentCaptured({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const bpc = container.resolve<BpcModuleService>(BPC_MODULE)
  await bpc.queries.shippedOrders.recheck(event.data.id)
}

export const config: SubscriberConfig = {
  event: PaymentEvents.CAPTURED,
  context: { subscriberId: "bpc-payment-captured" },
}
