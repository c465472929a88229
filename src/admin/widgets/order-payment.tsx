import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { OrderLinks } from "../components/payment-links/order-links"
import { OrderPayments } from "../components/payments/order-payments"
import { useFollowOrder } from "../lib/follow-order"

/** What the gateway knows about the order's money, and links for what it still owes; nothing for an order that was paid otherwise. */
export default function OrderPaymentWidget({ data }: { data: { id: string } }) {
  useFollowOrder(data)
  return (
    <>
      <OrderPayments orderId={data.id} />
      <OrderLinks orderId={data.id} />
    </>
  )
}

export const config = defineWidgetConfig({
  zone: "order.details.side.after",
  id: "medusa-payment-bpc:order-payment",
})
