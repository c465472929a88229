import {
  MEMORY_EVENT,
  MEMORY_KEY,
  forgetPayment,
  rememberedPayment,
} from "./memory"
import { type PaymentStatus, paymentStatus } from "./payment-status"
import { BpcPaymentError, type StoreApi } from "./store-api"

export type WatchOptions = StoreApi & {
  /** The payment has become an order: empty the cart with this id and show the order. */
  onOrder: (orderId: string, cartId: string) => void
  /** The payment has ended without an order. */
  onEnd?: (status: PaymentStatus["status"]) => void
}

/**
 * Finds out what became of the payment that this browser was sent away for, also when its tab was closed and another one is open
 * now, and tells it once: the tab that finds it first, and the one in which the payment was started. Payments that are started
 * while it watches are watched too.
 *
 * @returns a function that ends it
 */
export function watchPayment({
  onOrder,
  onEnd,
  ...api
}: WatchOptions): () => void {
  let asking: AbortController | undefined
  let startedHere = false
  const look = () => {
    const payment = rememberedPayment()
    if (payment || !startedHere) {
      asking?.abort()
    }
    if (!payment) {
      return
    }
    const { paymentSessionId, cartId } = payment
    const { signal } = (asking = new AbortController())
    paymentStatus(paymentSessionId, { ...api, signal }).then(
      ({ status, order_id }) => {
        if (signal.aborted) {
          return
        }
        forgetPayment(paymentSessionId)
        if (order_id) {
          onOrder(order_id, cartId)
        } else {
          onEnd?.(status)
        }
      },
      (error) => {
        if (error instanceof BpcPaymentError && error.code === "not_found") {
          forgetPayment(paymentSessionId)
        }
      }
    )
  }
  const onStart = () => {
    startedHere = true
    look()
  }
  const onStorage = ({ key }: StorageEvent) => {
    if (key === MEMORY_KEY) {
      startedHere &&= !rememberedPayment()
      look()
    }
  }
  addEventListener(MEMORY_EVENT, onStart)
  addEventListener("storage", onStorage)
  look()
  return () => {
    asking?.abort()
    removeEventListener(MEMORY_EVENT, onStart)
    removeEventListener("storage", onStorage)
  }
}
