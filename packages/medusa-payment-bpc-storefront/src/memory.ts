/** A payment that the shopper was sent away for, kept until it is known how it ended. */
export type RememberedPayment = { paymentSessionId: string; cartId: string }

export const MEMORY_KEY = "bpc.payment"
/** Dispatched on `window` when a payment is remembered. */
export const MEMORY_EVENT = "bpc:payment"

/** The payment that was started last in this browser, by any of its tabs, and of which no end is known yet. */
export function rememberedPayment(): RememberedPayment | undefined {
  try {
    const [paymentSessionId, cartId] =
      localStorage.getItem(MEMORY_KEY)?.split(" ") ?? []
    return paymentSessionId && cartId ? { paymentSessionId, cartId } : undefined
  } catch {
    // Private windows and apps: without a storage the payment is only found on the way back.
    return undefined
  }
}

export function rememberPayment({
  paymentSessionId,
  cartId,
}: RememberedPayment): void {
  try {
    localStorage.setItem(MEMORY_KEY, `${paymentSessionId} ${cartId}`)
    dispatchEvent(new Event(MEMORY_EVENT))
  } catch {
    return
  }
}

/** Forgets the payment, unless another one was started meanwhile. */
export function forgetPayment(
  paymentSessionId = rememberedPayment()?.paymentSessionId
): void {
  if (
    paymentSessionId &&
    rememberedPayment()?.paymentSessionId === paymentSessionId
  ) {
    localStorage.removeItem(MEMORY_KEY)
  }
}
