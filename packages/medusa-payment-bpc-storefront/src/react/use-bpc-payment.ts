"use client"

import { useEffect, useRef } from "react"
import { type WatchOptions, watchPayment } from "../watch-payment"

/**
 * Finds out what became of the payment that this browser was sent away for, wherever in the shop its shopper is now: `onOrder` is
 * called once with the order, then empty the cart and show it. Use it once, in the shop's layout.
 */
export function useBpcPayment(options: WatchOptions): void {
  const { backendUrl, publishableKey } = options
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  useEffect(
    () =>
      watchPayment({
        backendUrl,
        publishableKey,
        onOrder: (...order) => latest.current.onOrder(...order),
        onEnd: (status) => latest.current.onEnd?.(status),
      }),
    [backendUrl, publishableKey]
  )
}
