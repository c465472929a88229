import {
  type ILockingModule,
  type MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** Longer than one call to the gateway may take (30 s). */
const TIMEOUT_SECONDS = 45

/**
 * Runs `job` while nobody else opens a page for this order or books money on it. What an order owes is spread over all of its
 * payment collections, so the one-claim-per-collection index cannot keep two of them from paying for the same thing.
 *
 * A session's own lock may be held when this one is taken, never the other way round.
 */
export async function underOrderLock<Value>(
  container: MedusaContainer,
  orderId: string,
  job: () => Promise<Value>
): Promise<Value> {
  const locking = container.resolve<ILockingModule>(Modules.LOCKING)
  return locking.execute([`bpc:order:${orderId}`], job, {
    timeout: TIMEOUT_SECONDS,
  })
}
