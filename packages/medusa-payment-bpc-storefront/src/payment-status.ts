import { BpcPaymentError, type StoreApi, callStore } from "./store-api"

/** What became of a payment, as `GET /store/bpc/status/:payment_session_id` tells it. */
export type PaymentStatus = {
  status: "pending" | "paid" | "authorized" | "failed" | "expired"
  /** There as soon as the order is placed. */
  order_id?: string
  /** Why the last attempt was refused, of a payment that is not paid; `paymentMessage` has a sentence for it. */
  decline_class?: string
}

export type StatusOptions = StoreApi & {
  signal?: AbortSignal
  /** How long to go on asking while nothing is decided, in milliseconds; 0 asks once. Default: until it is decided. */
  patienceMs?: number
}

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 15_000

/**
 * Asks what became of a payment until its order is placed or it has ended without one; less and less often, and at once when the
 * shopper comes back to the tab. It only asks: nothing is completed by it, and the gateway is not called.
 *
 * @throws BpcPaymentError `not_found` (not a payment of this plugin) or `refused`; a passing fault is waited out. The signal's reason.
 */
export async function paymentStatus(
  paymentSessionId: string,
  { signal, patienceMs = Infinity, ...api }: StatusOptions
): Promise<PaymentStatus> {
  const end = Date.now() + patienceMs
  let news: PaymentStatus = { status: "pending" }
  for (
    let pause = FIRST_PAUSE_MS;
    ;
    pause = Math.min(pause * 1.4, LONGEST_PAUSE_MS)
  ) {
    try {
      news = await callStore<PaymentStatus>(
        api,
        `bpc/status/${encodeURIComponent(paymentSessionId)}`,
        { signal }
      )
    } catch (error) {
      const passing =
        error instanceof BpcPaymentError &&
        (error.code === "unreachable" || error.code === "failed")
      if (!passing) {
        throw error
      }
    }
    const decided =
      news.order_id || news.status === "failed" || news.status === "expired"
    if (decided || Date.now() >= end) {
      return news
    }
    await rest(Math.min(pause, end - Date.now()), signal)
  }
}

/** Ends early when the tab comes into view. */
function rest(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const page = globalThis.document
    const wake = () => {
      clearTimeout(timer)
      page?.removeEventListener?.("visibilitychange", wake)
      signal?.removeEventListener("abort", wake)
      if (signal?.aborted) {
        reject(signal.reason)
      } else {
        resolve()
      }
    }
    const timer = setTimeout(wake, ms)
    page?.addEventListener?.("visibilitychange", wake)
    signal?.addEventListener("abort", wake)
  })
}
