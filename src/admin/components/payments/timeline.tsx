import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import type {
  PaymentDetail,
  TimelineEntry,
} from "../../../api-schemas/payments"
import { TIMELINE_KINDS } from "../../../api-schemas/vocabulary"
import { FactList } from "./fact-list"
import { useTexts } from "./use-texts"

/** Kinds that have a sentence; one that a newer API tells shows its own name. */
const KINDS: ReadonlySet<string> = new Set(TIMELINE_KINDS)

const DOTS: Record<string, string> = {
  held: "bg-ui-tag-red-icon",
  mismatch: "bg-ui-tag-red-icon",
  refund_failed: "bg-ui-tag-red-icon",
  charged_back: "bg-ui-tag-red-icon",
  books_differ: "bg-ui-tag-red-icon",
  shipped_uncaptured: "bg-ui-tag-red-icon",
  released_unpaid: "bg-ui-tag-red-icon",
  retrying: "bg-ui-tag-orange-icon",
  gave_up: "bg-ui-tag-orange-icon",
  recovered: "bg-ui-tag-green-icon",
  in_doubt: "bg-ui-tag-orange-icon",
  order_failed: "bg-ui-tag-orange-icon",
  create_failed: "bg-ui-tag-orange-icon",
  attempt_failed: "bg-ui-tag-orange-icon",
  gateway_error: "bg-ui-tag-orange-icon",
  order_placed: "bg-ui-tag-green-icon",
  verified: "bg-ui-tag-green-icon",
  captured: "bg-ui-tag-green-icon",
  resolved: "bg-ui-tag-green-icon",
}

/**
 * What happened to a payment, newest first; `short` shows that many sentences until asked for the rest and their details, none
 * of them about a mere message.
 */
export function Timeline({
  session,
  short,
  onEvent,
}: {
  session: PaymentDetail
  short?: number
  onEvent?: (eventId: string) => void
}) {
  const { t } = useTexts()
  const [whole, setWhole] = useState(false)
  const entries = [...session.timeline].reverse()
  const shown =
    whole || !short
      ? entries
      : entries.filter(({ kind }) => kind !== "webhook").slice(0, short)
  if (entries.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-muted px-6 py-4">
        {t("detail.timelineEmpty")}
      </Text>
    )
  }
  return (
    <div className="px-6 py-4">
      <ol className="flex flex-col">
        {shown.map((entry, index) => (
          <Entry
            key={entry.id}
            entry={entry}
            session={session}
            last={index === shown.length - 1}
            brief={short !== undefined && !whole}
            onEvent={onEvent}
          />
        ))}
      </ol>
      {short !== undefined && (
        <Button
          size="small"
          variant="transparent"
          className="text-ui-fg-muted"
          style={{ marginInlineStart: "-0.5rem" }}
          onClick={() => setWhole(!whole)}
        >
          {t(whole ? "detail.less" : "detail.more")}
        </Button>
      )}
    </div>
  )
}

function Entry({
  entry,
  session,
  last,
  brief,
  onEvent,
}: {
  entry: TimelineEntry
  session: PaymentDetail
  last: boolean
  brief: boolean
  onEvent: ((eventId: string) => void) | undefined
}) {
  const { t, ago, when } = useTexts()
  const key = KINDS.has(entry.kind) ? entry.kind : "other"
  return (
    <li className="flex gap-x-3">
      <div
        className="flex w-3 shrink-0 flex-col items-center pt-1.5"
        aria-hidden
      >
        <span
          className={`size-1.5 shrink-0 rounded-full ${DOTS[entry.kind] ?? "bg-ui-tag-neutral-icon"}`}
        />
        {!last && <span className="bg-ui-border-strong mt-1 w-px flex-1" />}
      </div>
      <div className="flex min-w-0 flex-1 flex-col gap-y-0.5 pb-4">
        <Text size="small" leading="compact" weight="plus">
          {t(`timeline.${key}`, { kind: entry.kind })}
        </Text>
        {!brief && (
          <FactList entry={entry} session={session} onEvent={onEvent} />
        )}
        <time
          dateTime={entry.at}
          className="txt-compact-xsmall text-ui-fg-muted"
        >
          {ago(entry.at)} · {when(entry.at)}
        </time>
      </div>
    </li>
  )
}
