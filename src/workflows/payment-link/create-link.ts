import { type MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { GatewayError } from "../../gateway"
import { BPC_MODULE } from "../../modules/bpc"
import { EncryptionError } from "../../modules/bpc/encryption"
import { type OrderBooks } from "../../modules/bpc/order-books"
import { type PaymentLink } from "../../modules/bpc/payment-links"
import type BpcModuleService from "../../modules/bpc/service"

export type CreateLinkInput = {
  orderId: string
  /** ISO 8601. */
  expiresAt: string
  /** E-mail of the admin user. */
  by: string
}

/**
 * Makes a payment link for an order that owes something. Nothing is opened at the gateway before somebody uses it.
 *
 * @throws MedusaError with a sentence for the clerk
 */
export async function createLink(
  container: MedusaContainer,
  { orderId, expiresAt, by }: CreateLinkInput
): Promise<PaymentLink> {
  const bpc = container.resolve<BpcModuleService>(BPC_MODULE)
  const order = await bpc.queries.orderBooks(orderId)
  if (!order) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "There is no such order."
    )
  }
  const obstacle = obstacleTo(order) ?? (await accountMissing(bpc, order))
  if (obstacle) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `${obstacle} No link was made.`
    )
  }
  return bpc.paymentLinks.create({
    orderId,
    expiresAt: new Date(expiresAt),
    by,
  })
}

/** Why an order cannot be paid by link; undefined if it can. */
export function obstacleTo(order: OrderBooks): string | undefined {
  const name = `Order #${order.number}`
  if (order.draft) {
    return `${name} is still a draft, which reserves no stock and may be deleted. Convert it to an order first, then make the link.`
  }
  if (order.canceled) {
    return `${name} is canceled, so nothing can be paid for it.`
  }
  if (!order.outstanding) {
    return `${order.currencyCode} is not a currency that the gateway can charge.`
  }
  return order.outstanding.minor > 0
    ? undefined
    : `${name} has no outstanding amount.`
}

async function accountMissing(
  bpc: BpcModuleService,
  { outstanding }: OrderBooks
): Promise<string | undefined> {
  try {
    if (outstanding) {
      await bpc.configuration.accountFor(outstanding.currency)
    }
    return undefined
  } catch (error) {
    if (error instanceof GatewayError) {
      return error.merchant.replace(" No payment was started.", "")
    }
    if (error instanceof EncryptionError) {
      return error.message
    }
    throw error
  }
}
