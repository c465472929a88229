import { type MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { type LinkObstacle } from "../../api-schemas/vocabulary"
import { GatewayError } from "../../gateway"
import { BPC_MODULE } from "../../modules/bpc"
import { EncryptionError } from "../../modules/bpc/accounts"
import { type OrderBooks } from "../../modules/bpc/core-tables"
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
  const obstacle = await obstacleToLink(bpc, order)
  if (obstacle) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `${obstacle.message} No link was made.`
    )
  }
  return bpc.paymentLinks.create({
    orderId,
    expiresAt: new Date(expiresAt),
    by,
  })
}

/** Why no payment can be asked for; `code` is what the admin translates. */
export type Obstacle = {
  code: LinkObstacle
  message: string
}

/** Why an order cannot be paid by link; undefined if it can. Says nothing about accounts. */
export function obstacleTo(order: OrderBooks): Obstacle | undefined {
  const name = `Order #${order.number}`
  if (order.draft) {
    return {
      code: "draft",
      message: `${name} is still a draft, which reserves no stock and may be deleted. Convert it to an order first, then make the link.`,
    }
  }
  if (order.canceled) {
    return {
      code: "canceled",
      message: `${name} is canceled, so nothing can be paid for it.`,
    }
  }
  if (!order.outstanding) {
    return {
      code: "unknown_currency",
      message: `${order.currencyCode} is not a currency that the gateway can charge.`,
    }
  }
  if (order.outstanding.minor > 0) {
    return undefined
  }
  return order.sendsForFree
    ? {
        code: "sent_for_free",
        message: `${name} has no outstanding amount: what a claim sends is free for the shopper. Use an exchange to charge for it.`,
      }
    : { code: "nothing_due", message: `${name} has no outstanding amount.` }
}

/** The same, with whether an account would take the payment: said where the link is made, not to whoever opens it. */
export async function obstacleToLink(
  bpc: BpcModuleService,
  order: OrderBooks
): Promise<Obstacle | undefined> {
  return obstacleTo(order) ?? accountMissing(bpc, order)
}

async function accountMissing(
  bpc: BpcModuleService,
  { outstanding }: OrderBooks
): Promise<Obstacle | undefined> {
  try {
    if (outstanding) {
      await bpc.configuration.accountFor(outstanding.currency)
    }
    return undefined
  } catch (error) {
    if (error instanceof GatewayError) {
      return {
        code: "no_account",
        message: error.merchant.replace(" No payment was started.", ""),
      }
    }
    if (error instanceof EncryptionError) {
      return { code: "no_account", message: error.message }
    }
    throw error
  }
}
