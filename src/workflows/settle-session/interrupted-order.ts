import { type Link } from "@medusajs/framework/modules-sdk"
import { type ICartModuleService } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type Applying } from "./applying"

/**
 * A completion of the cart made the order and was interrupted before the payment, and what it began could not be rolled back: the
 * database was away, or the process was killed. Medusa takes such an order for complete and never asks for its money. What is missing
 * around it is added, so that the money can be booked on it.
 */
export async function completeInterruptedOrder({
  container,
  row,
  situation: { cart, orderId },
}: Applying): Promise<void> {
  if (!cart || !orderId) {
    return
  }
  await container.resolve<Link>(ContainerRegistrationKeys.LINK).create([
    {
      [Modules.ORDER]: { order_id: orderId },
      [Modules.CART]: { cart_id: cart.id },
    },
    {
      [Modules.ORDER]: { order_id: orderId },
      [Modules.PAYMENT]: { payment_collection_id: row.paymentCollectionId },
    },
  ])
  if (!cart.completed) {
    await container
      .resolve<ICartModuleService>(Modules.CART)
      .updateCarts([{ id: cart.id, completed_at: new Date() }])
  }
}

/**
 * One of the links of a completion failed, and Medusa rolled the order back and kept the others: they lead nowhere, and the next
 * completion would take the cart for sold.
 */
export async function discardDanglingLinks({
  container,
  bpc,
  row,
  situation: { cart },
}: Applying): Promise<void> {
  if (!cart) {
    return
  }
  const { paymentCollectionId } = row
  const left = await bpc.queries.danglingLinks({
    cartId: cart.id,
    paymentCollectionId,
  })
  if (left.length > 0) {
    await container.resolve<Link>(ContainerRegistrationKeys.LINK).dismiss(
      left.map(({ of, orderId }) => ({
        [Modules.ORDER]: { order_id: orderId },
        ...(of === "cart"
          ? { [Modules.CART]: { cart_id: cart.id } }
          : {
              [Modules.PAYMENT]: { payment_collection_id: paymentCollectionId },
            }),
      }))
    )
  }
}
