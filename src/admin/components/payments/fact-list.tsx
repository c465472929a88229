import { type ReactNode } from "react"
import { Link } from "react-router-dom"
import type {
  PaymentDetail,
  TimelineEntry,
} from "../../../api-schemas/payments"
import {
  DECLINE_CLASSES,
  OPERATION_KINDS,
  SESSION_STATES,
} from "../../../api-schemas/vocabulary"
import { type Fact, factsOf } from "./facts"
import { reasonKey } from "./meaning"
import { type Texts, useTexts } from "./use-texts"

/** Details that have a name in the texts; others show the API's. */
const NAMED = new Set([
  "amount",
  "total",
  "captured",
  "refunded",
  "expected",
  "found",
  "reason",
  "message",
  "order_id",
  "type",
  "event_id",
  "request_id",
  "gateway_session_id",
  "reference",
  "kind",
  "class",
  "code",
  "unknown_words",
  "as",
  "action",
  "operation",
  "outcome",
  "refund_reason",
  "note",
  "door",
  "by",
  "actor",
  "state",
])

const DECISIONS: Record<string, string> = {
  refund: "resolve.refund",
  keep: "resolve.keep",
  place_order: "resolve.placeOrder",
  note: "chargeback.decision",
}

const DECLINES: ReadonlySet<string> = new Set(DECLINE_CLASSES)

const OPERATIONS: ReadonlySet<string> = new Set(OPERATION_KINDS)

const OUTCOMES = new Set(["pending", "done", "failed", "lost"])

const DOORS = new Set(["return", "webhook", "job", "admin"])

type Around = {
  session: PaymentDetail
  onEvent: ((eventId: string) => void) | undefined
}

/** The details of a timeline entry, each with its name. */
export function FactList({
  entry,
  ...around
}: { entry: TimelineEntry } & Around) {
  const texts = useTexts()
  const facts = factsOf(entry)
  return facts.length === 0 ? null : (
    <dl className="txt-compact-small text-ui-fg-subtle flex flex-col gap-y-0.5">
      {facts.map((fact) => (
        <div key={fact.name} className="break-words">
          <dt className="text-ui-fg-muted inline">
            {nameOf(fact, texts)}
            {": "}
          </dt>
          <dd className="inline">{valueOf(fact, texts, around)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A webhook's entry is told by its request id, the number that the gateway's support asks for. */
function nameOf(fact: Fact, { t }: Texts): string {
  if (fact.show === "event") {
    return t("fact.request_id")
  }
  return NAMED.has(fact.name) ? t(`fact.${fact.name}`) : fact.name
}

function valueOf(
  fact: Fact,
  { t, money, side }: Texts,
  around: Around
): ReactNode {
  const { session, onEvent } = around
  switch (fact.show) {
    case "money":
      return <bdi>{money(fact.minor, session)}</bdi>
    case "reason":
      return (
        <>
          {t(reasonKey(fact.value), { reason: fact.value })}{" "}
          <code className="text-ui-fg-muted" translate="no">
            {fact.value}
          </code>
        </>
      )
    case "decline":
      return DECLINES.has(fact.value)
        ? t(`decline.text.${fact.value}`)
        : fact.value
    case "state":
      return SESSION_STATES.some((state) => state === fact.value)
        ? t(`state.${fact.value}`)
        : fact.value
    case "door":
      return DOORS.has(fact.value) ? t(`door.${fact.value}`) : fact.value
    case "operation":
      return OPERATIONS.has(fact.value)
        ? t(`operation.${fact.value}`)
        : fact.value
    case "outcome":
      return OUTCOMES.has(fact.value) ? t(`outcome.${fact.value}`) : fact.value
    case "decision": {
      const key = DECISIONS[fact.value]
      return key ? t(key) : fact.value
    }
    case "order":
      return (
        <Link
          to={`/orders/${fact.value}`}
          className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
        >
          {session.order_id === fact.value && session.order_display_id !== null
            ? `#${session.order_display_id}`
            : fact.value}
        </Link>
      )
    case "event": {
      const event = session.events.find(({ id }) => id === fact.value)
      const name = event?.request_id ?? fact.value
      return onEvent ? (
        <button
          type="button"
          className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover focus-visible:shadow-borders-focus break-all rounded-sm text-start outline-none"
          onClick={() => onEvent(fact.value)}
        >
          <bdi>{name}</bdi>
        </button>
      ) : (
        <bdi>{name}</bdi>
      )
    }
    case "text":
      return <bdi>{side(fact.value)}</bdi>
  }
}
