import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { OrderPayments } from "../components/payments/order-payments"

/** What the gateway knows about the order's money; nothing for an order that was paid otherwise. */
export default function OrderPaymentWidget({ data }: { data: { id: string } }) {
  return <OrderPayments orderId={data.id} />
}

export const config = defineWidgetConfig({
  zone: "order.details.side.after",
  id: "medusa-payment-bpc:order-payment",
})
