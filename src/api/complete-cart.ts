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
import { BusyError } from "../modules/bpc/locks"
import type BpcModuleService from "../modules/bpc/service"
import { discardOrphanPayments } from "../workflows/settle-session/orphan-payment"
import { settle } from "../workflows/settle-session/settle"
import { untilAnswered } from "./until-answered"
import { logText } from "../workflows/error-text"

export const COMPLETE_CART_ROUTE = "/store/carts/:id/complete"

/**
 * Medusa's route that completes a cart, for carts with our payment: one at a time, and not while the settlement completes the same
 * cart in this or another process. Whoever comes second is answered with the order of the first. A payment that an earlier completion
 * left behind is settled first: Medusa would take it for granted.
 */
export async function oneCompletionAtATime(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  // As Medusa's own route reads it: whatever way the address is spelled, it is the same cart.
  const cartId = req.params.id ?? ""
  try {
    const bpc = req.scope.resolve<BpcModuleService>(BPC_MODULE)
    if (!(await bpc.ledger.hasCart(cartId))) {
      next()
      return
    }
    const lease = await bpc.leases.take([`cart:${cartId}`])
    try {
      await lease.run(() => settleOrphanPayments(req, bpc, cartId))
    } catch (error) {
      await lease.release()
      logger(req).warn(
        `[bpc] before the cart ${JSON.stringify(cartId)} is completed: ${logText(error)}`
      )
      next(stillUndecided())
      return
    }
    untilAnswered(res, next, lease, await bpc.concurrency.enter())
  } catch (error) {
    if (error instanceof BusyError) {
      next(error)
      return
    }
    // A store must go on selling with Medusa's own lock alone, for example before its migrations have run.
    logger(req).warn(
      `[bpc] the cart ${JSON.stringify(cartId)} is completed without our own lock: ${logText(error)}`
    )
    next()
  }
}

/** @throws Error if a payment is left that Medusa would take for granted */
async function settleOrphanPayments(
  req: MedusaRequest,
  bpc: BpcModuleService,
  cartId: string
): Promise<void> {
  for (const { id } of await bpc.queries.orphanPayments(cartId)) {
    await settle(req.scope, { id, trigger: { door: "return" } })
  }
  await discardOrphanPayments(req.scope, bpc, cartId)
}

function stillUndecided(): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    "Your order is still being worked on. Please do not pay again; try again in a moment."
  )
}

function logger(req: MedusaRequest): Logger {
  return req.scope.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
}
