import {
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { type Logger } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { BPC_MODULE } from "../modules/bpc"
import { CartBusyError } from "../modules/bpc/completions"
import type BpcModuleService from "../modules/bpc/service"

/**
 * Medusa's route that completes a cart, for carts with our payment: one at a time, and not while the settlement completes the same
 * cart in this or another process. Whoever comes second is answered with the order of the first.
 */
export async function oneCompletionAtATime(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  // As Medusa's own route reads it: whatever way the address is spelled, it is the same cart.
  const cartId = req.params.id ?? ""
  try {
    const lease = await req.scope
      .resolve<BpcModuleService>(BPC_MODULE)
      .completions.takeIfOurs(cartId)
    if (lease) {
      res.once("close", () => {
        if (res.writableEnded) {
          // What cannot be released now ends by itself.
          lease.release().catch(() => lease.abandon())
        } else {
          // The shopper has gone, and Medusa goes on completing.
          lease.abandon()
        }
      })
    }
    next()
  } catch (error) {
    if (error instanceof CartBusyError) {
      next(new MedusaError(MedusaError.Types.CONFLICT, error.message))
      return
    }
    // A store must go on selling with Medusa's own lock alone, for example before its migrations have run.
    req.scope
      .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
      .warn(
        `[bpc] the cart ${JSON.stringify(cartId)} is completed without our own lock: ${String(error)}`
      )
    next()
  }
}
