import { type QueryClient, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { keys } from "./client"
import { askAgain } from "./payments"
import type { Payment } from "../../api-schemas/payments"

/*
 * An order's page and our widget on it show the same money, each from its own API. The query cache is one for both: the dashboard's
 * bundler keeps a single `@tanstack/react-query` for itself and all plugins.
 */

/** What is on its way was asked for after the news, or by the timer a moment before. */
const WAIT_FOR_IT = { cancelRefetch: false }

/**
 * Asks for everything of ours again as soon as the page has news of its order.
 *
 * @param order the widget's `data`: another object whenever the dashboard has read another order, the same one otherwise
 */
export function useFollowOrder(order: object): void {
  const cache = useQueryClient()
  useNews(order, () => void askAgain(cache, WAIT_FOR_IT))
  useEffect(
    () => onDashboardsAction(cache, () => void askAgain(cache)),
    [cache]
  )
}

/** Has the page read its order again when we have news of its payments: a link that was paid, a refund in the gateway's portal. */
export function useOrderFollows(
  orderId: string,
  payments: Payment[] | undefined
): void {
  const cache = useQueryClient()
  useNews(payments, () => {
    void askAgain(cache, WAIT_FOR_IT)
    void cache.invalidateQueries(
      { queryKey: ["orders", "detail", orderId] },
      WAIT_FOR_IT
    )
  })
}

/** Tells of every button of the dashboard's own that worked, and of every one that did not: it may have moved money all the same. */
function onDashboardsAction(cache: QueryClient, tell: () => void): () => void {
  const [ours] = keys.all
  return cache.getMutationCache().subscribe((event) => {
    if (
      event.type === "updated" &&
      (event.action.type === "success" || event.action.type === "error") &&
      event.mutation.options.mutationKey?.[0] !== ours
    ) {
      tell()
    }
  })
}

/** Runs `tell` when `value` has become another one; the first one is no news. */
function useNews(value: object | undefined, tell: () => void): void {
  const last = useRef(value)
  const telling = useRef(tell)
  telling.current = tell
  useEffect(() => {
    const isNews = last.current !== undefined && last.current !== value
    last.current = value
    if (isNews) {
      telling.current()
    }
  }, [value])
}
