"use client"

import { useSyncExternalStore } from "react"
import { shopperLocale } from "../start-payment"

/** A locale given by the shop, else the page's, else the browser's; the server's rendering has none, so that both agree. */
export function useLocale(given: string | undefined): string | undefined {
  const found = useSyncExternalStore(subscribe, shopperLocale, nothing)
  return given ?? found
}

/** `payment_error` in the page's address: why the shopper came back without an order. */
export function useReturnReason(): string | null {
  return useSyncExternalStore(subscribe, reasonInAddress, () => null)
}

function reasonInAddress(): string | null {
  return new URLSearchParams(location.search).get("payment_error")
}

/** Routers that change the address render the page again, and reading is cheap: only "back" has to be listened for. */
function subscribe(changed: () => void): () => void {
  addEventListener("popstate", changed)
  return () => removeEventListener("popstate", changed)
}

function nothing(): undefined {
  return undefined
}
