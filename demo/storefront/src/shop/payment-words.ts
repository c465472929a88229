/** What an order's payment is called here, and the rest of the sentence "Your payment of €20 …". */
export type PaymentWords = { title: string; fate: string }

/** By Medusa's `payment_status`: money that the bank only holds has not been paid. */
export function paymentWords(status: string | undefined): PaymentWords {
  switch (status) {
    case "authorized":
    case "partially_authorized":
      return {
        title: "Reserved on your card",
        fate: "is reserved on your card and taken when your order is on its way.",
      }
    case "partially_captured":
      return {
        title: "Paid in part",
        fate: "has arrived in part, the rest is reserved on your card.",
      }
    case "refunded":
      return {
        title: "Refunded to your card",
        fate: "has gone back to your card.",
      }
    case "not_paid":
    case "awaiting":
    case "requires_action":
    case "canceled":
      return { title: "Not paid", fate: "has not been taken." }
    default:
      return { title: "Paid by card", fate: "has arrived." }
  }
}
