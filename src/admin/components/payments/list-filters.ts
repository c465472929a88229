import type { SessionFilters } from "../../../api-schemas/payments"
import {
  DECLINE_CLASSES,
  type DeclineClass,
  type Mode,
  SESSION_STATES,
} from "../../../api-schemas/vocabulary"

/**
 * A held payment that a person decided to keep is the API's `held` still, but nothing that anybody has to look at. `differs`: an
 * order stands whose amounts are not the gateway's. `charged_back`: the bank took it back, and nobody has written down what was done.
 */
export const LIST_STATES = [
  ...SESSION_STATES,
  "kept",
  "differs",
  "charged_back",
] as const

/** Classes of attempts that were refused; the others are no reason. */
export const REFUSALS = DECLINE_CLASSES.filter(
  (one) => one !== "approved" && one !== "pending" && one !== "not_tried"
)

export type ListState = (typeof LIST_STATES)[number]

/** What the list's address says: days are the admin's own calendar days, `YYYY-MM-DD`. */
export type ListFilters = {
  q: string
  state: ListState | undefined
  mode: Mode | undefined
  decline: DeclineClass | undefined
  from: string | undefined
  to: string | undefined
  cursor: string | undefined
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Reads the address; what it cannot mean is left out. */
export function readFilters(address: URLSearchParams): ListFilters {
  const state = address.get("state")
  const mode = address.get("mode")
  const decline = address.get("decline")
  return {
    q: address.get("q") ?? "",
    state: LIST_STATES.find((known) => known === state),
    mode: mode === "test" || mode === "live" ? mode : undefined,
    decline: REFUSALS.find((known) => known === decline),
    from: dayOf(address.get("from")),
    to: dayOf(address.get("to")),
    cursor: address.get("cursor") ?? undefined,
  }
}

/** A changed filter starts at the newest payment again. */
export function withFilter(
  address: URLSearchParams,
  change: Partial<Record<keyof ListFilters, string | undefined>>
): URLSearchParams {
  const next = new URLSearchParams(address)
  next.delete("cursor")
  for (const [name, value] of Object.entries(change)) {
    if (value) {
      next.set(name, value)
    } else {
      next.delete(name)
    }
  }
  return next
}

export function isFiltered(filters: ListFilters): boolean {
  const { q, state, mode, decline, from, to } = filters
  return Boolean(q || state || mode || decline || from || to)
}

export function isBadPeriod({ from, to }: ListFilters): boolean {
  return from !== undefined && to !== undefined && from > to
}

/** The API's question: from the first moment of the first day to the last moment of the last one, where the admin is. */
export function toQuery(filters: ListFilters, limit: number): SessionFilters {
  const { q, state, mode, decline, from, to, cursor } = filters
  return {
    limit,
    ...(q && { q }),
    ...stateQuery(state),
    ...(mode && { mode }),
    ...(decline && { decline_class: decline }),
    ...(from && { from: new Date(`${from}T00:00:00.000`).toISOString() }),
    ...(to && { to: new Date(`${to}T23:59:59.999`).toISOString() }),
    ...(cursor && { cursor }),
  }
}

function stateQuery(state: ListState | undefined): SessionFilters {
  switch (state) {
    case undefined:
      return {}
    case "held":
      return { state, undecided: true }
    case "kept":
      return { state: "held", undecided: false }
    case "differs":
      return { differs: true }
    case "charged_back":
      return { charged_back: "open" }
    default:
      return { state }
  }
}

export function toDay(date: Date): string {
  const two = (part: number) => String(part).padStart(2, "0")
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

export function fromDay(day: string | undefined): Date | null {
  return day ? new Date(`${day}T00:00:00`) : null
}

function dayOf(text: string | null): string | undefined {
  return text !== null &&
    DAY.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00:00`))
    ? text
    : undefined
}
