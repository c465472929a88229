import { type Cart, fetchCart } from "../shop/cart"
import { memory } from "../shop/memory"
import { sdk } from "../shop/sdk"

export const PROVIDER = "pp_bpc_bpc"

export type PaymentStatus = {
  status: "pending" | "paid" | "authorized" | "failed" | "expired"
  order_id?: string
}

/**
 * Starts a card payment for the cart as it is now and answers with the address of the gateway's page.
 *
 * The payment session is remembered, so that a shopper who closes that page and comes back finds the order.
 */
export async function startPayment(cart: Cart): Promise<string> {
  const present = await fetchCart(cart.id)
  const { payment_collection } = await sdk.store.payment.initiatePaymentSession(
    present,
    { provider_id: PROVIDER, data: { locale: navigator.language } }
  )
  const session = payment_collection.payment_sessions?.find(
    ({ provider_id, status }) =>
      provider_id === PROVIDER && status === "pending"
  )
  const url = session?.data.paymentUrl
  if (!session || typeof url !== "string") {
    throw new Error("The backend answered without a payment page.")
  }
  memory.keepPayment({ paymentSessionId: session.id, cartId: cart.id })
  return url
}

export function paymentStatus(
  paymentSessionId: string
): Promise<PaymentStatus> {
  return sdk.client.fetch<PaymentStatus>(
    `/store/bpc/status/${encodeURIComponent(paymentSessionId)}`
  )
}
