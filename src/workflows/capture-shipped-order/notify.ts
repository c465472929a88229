import { type MedusaContainer } from "@medusajs/framework/types"
import { formatMoney } from "../../gateway"
import type BpcModuleService from "../../modules/bpc/service"
import { type UnnotifiedShipment } from "../../modules/bpc/money"
import { notifyAdmin } from "../notify-admin"

/** Tells a person of orders that left without their money: at the bell, and at the payment that could not be captured. */
export async function notifyOfShippedOrders(
  container: MedusaContainer,
  bpc: BpcModuleService
): Promise<void> {
  for (const shipment of await bpc.queries.shippedOrders.takeUnnotified()) {
    const books = await bpc.queries.shippedOrder(shipment.orderId)
    await notifyAdmin(
      container,
      messageAbout(shipment, `Order #${books?.number ?? shipment.orderId}`)
    )
    if (shipment.problem === "uncaptured") {
      await bpc.queries.shippedOrders.mark(shipment.orderId, {
        due: shipment.amount,
        message: shipment.message,
      })
    }
  }
}

function messageAbout({ problem, amount }: UnnotifiedShipment, order: string) {
  const howMuch = amount ? formatMoney(amount) : "its money"
  return problem === "uncaptured"
    ? {
        title: "A shipped order is not captured",
        description: `${order}: it has left, and ${howMuch} of what is held for it could not be captured. It is tried again. Open its BPC payment, read why, and capture it on the order before the bank releases the hold.`,
      }
    : {
        title: "A shipped order is not paid",
        description: `${order}: it has left, and ${howMuch} of it is neither held nor paid. Send the shopper a payment link, or mark the order as paid if you have the money.`,
      }
}
