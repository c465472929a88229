import type { TimelineEntry } from "../../../api-schemas/payments"

/** One detail of a timeline entry, by the way it is shown. */
export type Fact = {
  name: string
} & (
  | { show: "money"; minor: number }
  | {
      show:
        | "reason"
        | "state"
        | "decision"
        | "operation"
        | "outcome"
        | "door"
        | "decline"
        | "order"
        | "event"
      value: string
    }
  | { show: "text"; value: string }
)

const MONEY = new Set(["amount", "total", "captured", "refunded"])

/** What a money fact's currency would only repeat. */
const LEFT_OUT = new Set(["currency"])

export function detailsOf(details: unknown): Record<string, unknown> {
  return typeof details === "object" && details !== null ? { ...details } : {}
}

/** The order in which facts read well; PostgreSQL keeps none. */
const ORDER = [
  "as",
  "action",
  "reason",
  "class",
  "amount",
  "total",
  "captured",
  "refunded",
  "expected",
  "found",
  "outcome",
  "order_id",
  "door",
  "type",
  "message",
  "refund_reason",
  "kind",
  "code",
  "note",
  "by",
]

/** The details of an entry, well-known ones first; nothing that the API tells is lost, known or not. */
export function factsOf({
  kind,
  details,
}: Pick<TimelineEntry, "kind" | "details">): Fact[] {
  return Object.entries(detailsOf(details))
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
    .flatMap(([name, value]) => {
      const fact = factOf(kind, name, value)
      return fact ? [fact] : []
    })
}

function placeOf(name: string): number {
  const place = ORDER.indexOf(name)
  return place < 0 ? ORDER.length : place
}

function factOf(kind: string, name: string, value: unknown): Fact | undefined {
  if (value === null || value === undefined || value === "") {
    return undefined
  }
  if (LEFT_OUT.has(name)) {
    return undefined
  }
  if (typeof value === "number" && MONEY.has(name)) {
    return { name, show: "money", minor: value }
  }
  if (typeof value !== "string") {
    return { name, show: "text", value: JSON.stringify(value) }
  }
  switch (name) {
    case "reason":
      return { name, show: "reason", value }
    case "as":
    case "state":
      return { name, show: "state", value }
    case "action":
      // A person decides; anything else tells what was sent to the gateway, or done in its portal.
      return kind === "resolved"
        ? { name, show: "decision", value }
        : { name: "operation", show: "operation", value }
    case "class":
      return { name, show: "decline", value }
    case "outcome":
      return { name, show: "outcome", value }
    case "door":
      return { name, show: "door", value }
    case "order_id":
      return { name, show: "order", value }
    case "event_id":
      return { name, show: "event", value }
    default:
      return { name, show: "text", value }
  }
}
