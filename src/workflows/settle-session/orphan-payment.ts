import { type MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type BpcModuleService from "../../modules/bpc/service"
import { underCartLock } from "./cart-lock"

/** What Medusa's payment module has for every model of its own; its published interface lists it for some. */
type PaymentRemoval = { softDeletePayments(ids: string[]): Promise<unknown> }

/**
 * A completion of the cart authorised the money and failed before the order. Its payment would stay beside the one that the order gets
 * and count the same money twice; or the next completion would take it for granted, released or given back though it may be (payment
 * module, `authorizePaymentSession`, asks our provider nothing then) and place an order for nothing: it is taken out of Medusa's books.
 *
 * Under the cart's own lock, since only a completion that is not under way any more can have left something behind.
 *
 * @throws MedusaError if the cart is worked on for too long
 */
export async function discardOrphanPayments(
  container: MedusaContainer,
  bpc: BpcModuleService,
  cartId: string
): Promise<void> {
  const before = await bpc.queries.orphanPayments(cartId)
  if (before.length === 0) {
    return
  }
  await underCartLock(container, cartId, () =>
    discardUnderLock(container, bpc, cartId)
  )
}

/** The same for a caller that has the cart's own lock. */
export async function discardUnderLock(
  container: MedusaContainer,
  bpc: BpcModuleService,
  cartId: string
): Promise<void> {
  const left = await bpc.queries.orphanPayments(cartId)
  if (left.length === 0) {
    return
  }
  await container
    .resolve<PaymentRemoval>(Modules.PAYMENT)
    .softDeletePayments(left.map(({ paymentId }) => paymentId))
  for (const { id, paymentId } of left) {
    await bpc.note(id, {
      kind: "started_again",
      details: { payment_id: paymentId },
    })
  }
}
