import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import {
  type ILockingModule,
  type MedusaContainer,
} from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { logText } from "../error-text"

/** Longer than Medusa's own completion of a cart waits for it (30 s). */
const WAIT_MS = 40_000
const LOOK_AGAIN_MS = 100
/** What the work does under it takes milliseconds. */
const EXPIRE_SECONDS = 60

/**
 * Runs `job` while no workflow of Medusa's completes or changes the cart. Our lease keeps out our own doors and Medusa's route; a store's own
 * code may complete a cart too. Taken as Medusa's workflows take it (core-flows, acquire-lock step), so that whoever waits
 * holds no connection.
 *
 * @throws MedusaError if somebody has had it for too long
 */
export async function underCartLock<Value>(
  container: MedusaContainer,
  cartId: string,
  job: () => Promise<Value>
): Promise<Value> {
  const locking = container.resolve<ILockingModule>(Modules.LOCKING)
  const ownerId = `bpc:${randomUUID()}`
  const deadline = Date.now() + WAIT_MS
  for (;;) {
    try {
      await locking.acquire(cartId, { ownerId, expire: EXPIRE_SECONDS })
      break
    } catch (error) {
      if (Date.now() > deadline) {
        throw new MedusaError(
          MedusaError.Types.CONFLICT,
          `The cart ${cartId} is being worked on for too long: ${logText(error)}`
        )
      }
      await sleep(LOOK_AGAIN_MS)
    }
  }
  try {
    return await job()
  } finally {
    await locking.release(cartId, { ownerId })
  }
}
