import { useCallback, useMemo } from "react"
import { useLocation, useSearchParams } from "react-router-dom"
import { type FilterChange } from "./filter-bar"
import { readFilters, withFilter } from "./list-filters"

/**
 * The list's filters and page live in the address, so that going back from a payment shows the same page. The API's cursor
 * knows only the way onwards: the cursors of the pages before this one travel in the history entry.
 */
export function useListAddress() {
  const [address, setAddress] = useSearchParams()
  const trail = trailOf(useLocation().state)
  const filters = useMemo(() => readFilters(address), [address])
  const change = useCallback(
    (filter: FilterChange) =>
      setAddress((now) => withFilter(now, filter), { replace: true }),
    [setAddress]
  )
  const goTo = (cursor: string | undefined, nextTrail: string[]) =>
    setAddress((now) => withFilter(now, { cursor }), {
      state: { trail: nextTrail },
    })
  return {
    filters,
    change,
    next: (cursor: string) => goTo(cursor, [...trail, filters.cursor ?? ""]),
    /** Without a trail (an address from a bookmark) the way back leads to the newest payments. */
    previous: () => goTo(trail.at(-1) || undefined, trail.slice(0, -1)),
    isFirst: filters.cursor === undefined,
    knowsPrevious: trail.length > 0,
  }
}

function trailOf(state: unknown): string[] {
  return typeof state === "object" &&
    state !== null &&
    "trail" in state &&
    Array.isArray(state.trail)
    ? state.trail.filter((cursor) => typeof cursor === "string")
    : []
}
