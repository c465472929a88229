import { type MedusaContainer } from "@medusajs/framework/types"
import { BPC_MODULE } from "../../modules/bpc"
import type BpcModuleService from "../../modules/bpc/service"

/**
 * Runs `job` while nobody else opens a page for this order or books money on it. What an order owes is spread over all of its
 * payment collections, so the one-claim-per-collection index cannot keep two of them from paying for the same thing.
 *
 * @throws BusyError if somebody else has been at work on the order for too long
 */
export async function underOrderLock<Value>(
  container: MedusaContainer,
  orderId: string,
  job: () => Promise<Value>
): Promise<Value> {
  return container
    .resolve<BpcModuleService>(BPC_MODULE)
    .leases.during([`order:${orderId}`], job)
}
