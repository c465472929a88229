import { Alert, Button, Text, toast } from "@medusajs/ui"
import { useRetryEvent } from "../../lib/payments"
import type { BpcEvent } from "../../../api-schemas/events"
import { basis } from "../layout"
import { EventBadge } from "./badges"
import { Section } from "./page-parts"
import { useTexts } from "./use-texts"

/** The webhook events of a payment. */
export function Events({
  events,
  onOpen,
}: {
  events: BpcEvent[]
  onOpen: (eventId: string) => void
}) {
  const { t } = useTexts()
  return (
    <Section title={t("detail.events")}>
      {events.length === 0 ? (
        <Text size="small" className="text-ui-fg-muted px-6 py-4">
          {t("detail.eventsEmpty")}
        </Text>
      ) : (
        <EventList events={events} onOpen={onOpen} />
      )}
    </Section>
  )
}

/** Newest first, as the API lists them. */
export function EventList({
  events,
  onOpen,
}: {
  events: BpcEvent[]
  onOpen: (eventId: string) => void
}) {
  const { t } = useTexts()
  return (
    <>
      {events.some(({ state }) => state === "parked") && (
        <div className="px-6 py-4">
          <Alert variant="warning">{t("event.parkedHint")}</Alert>
        </div>
      )}
      <ul className="divide-y">
        {events.map((event) => (
          <EventLine
            key={event.id}
            event={event}
            onOpen={() => onOpen(event.id)}
          />
        ))}
      </ul>
    </>
  )
}

function EventLine({ event, onOpen }: { event: BpcEvent; onOpen: () => void }) {
  const { t, shortly, problem } = useTexts()
  const retry = useRetryEvent()
  return (
    <li className="txt-compact-small flex flex-wrap items-center gap-x-4 gap-y-2 px-6 py-3">
      <button
        type="button"
        aria-label={t("event.view", { type: event.type })}
        className="focus-visible:shadow-borders-focus min-w-0 flex-1 rounded-sm text-start outline-none"
        style={basis(13)}
        onClick={onOpen}
      >
        <span className="txt-compact-small-plus text-ui-fg-interactive hover:text-ui-fg-interactive-hover block break-all">
          <bdi>{event.type}</bdi>
        </span>
        <span className="text-ui-fg-muted block break-words">
          {shortly(event.received_at)}
          {event.request_id && (
            <>
              {" · "}
              <bdi className="break-all">{event.request_id}</bdi>
            </>
          )}
        </span>
        {event.outcome && event.state !== "done" && (
          <span className="text-ui-fg-subtle block break-words">
            <bdi>{event.outcome}</bdi>
          </span>
        )}
      </button>
      <EventBadge state={event.state} />
      {event.state === "parked" && (
        <Button
          size="small"
          variant="secondary"
          isLoading={retry.isPending}
          onClick={() =>
            retry.mutate(event.id, {
              onSuccess: () => toast.success(t("event.retried")),
              onError: (failure) => toast.error(problem(failure)),
            })
          }
        >
          {t("event.retry")}
        </Button>
      )}
    </li>
  )
}
