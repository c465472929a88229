import { Button, Drawer, Hint, Text, toast } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useFocusBack } from "../use-focus-back"
import { useEvent, useRetryEvent } from "../../lib/payments"
import { EventBadge } from "./badges"
import { CopyButton } from "./copy-button"
import { LoadProblem, Loading, Row } from "./page-parts"
import { useTexts } from "./use-texts"

/** A webhook event with its content, and the way to have a parked one handled again. */
export function EventDrawer({
  eventId,
  onClose,
}: {
  eventId: string
  onClose: () => void
}) {
  const { t, when, problem } = useTexts()
  const { data: event, error, refetch } = useEvent(eventId)
  const retry = useRetryEvent()
  const focusBack = useFocusBack(true)
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content aria-describedby={undefined} onCloseAutoFocus={focusBack}>
        <Drawer.Header>
          <Drawer.Title>{t("event.title")}</Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="overflow-y-auto p-0">
          {event ? (
            <>
              <div className="divide-y">
                <Row name={t("event.type")}>
                  <bdi className="break-all">{event.type}</bdi>
                </Row>
                <Row name={t("event.state")}>
                  <EventBadge state={event.state} />
                </Row>
                {event.session_id && (
                  <Row name={t("field.payment")}>
                    <Link
                      to={`/bpc-payments/${event.session_id}`}
                      className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover truncate"
                      onClick={onClose}
                    >
                      <bdi>{event.session_id}</bdi>
                    </Link>
                  </Row>
                )}
                <Row name={t("event.requestId")}>
                  <bdi className="break-all">
                    {event.request_id ?? t("field.none")}
                  </bdi>
                  {event.request_id && (
                    <CopyButton
                      value={event.request_id}
                      what={t("event.requestId")}
                    />
                  )}
                </Row>
                <Row name={t("event.received")}>{when(event.received_at)}</Row>
                {event.processed_at && (
                  <Row name={t("event.processed")}>
                    {when(event.processed_at)}
                  </Row>
                )}
                {event.next_attempt_at && (
                  <Row name={t("event.nextAttempt")}>
                    {when(event.next_attempt_at)}
                  </Row>
                )}
                <Row name={t("event.attempts")}>{event.attempts}</Row>
                {event.outcome && (
                  <Row name={t("event.outcome")}>
                    <bdi>{event.outcome}</bdi>
                  </Row>
                )}
                {event.signature_variant && (
                  <Row name={t("event.variant")}>
                    <bdi>{event.signature_variant}</bdi>
                  </Row>
                )}
              </div>
              <div className="flex flex-col gap-y-2 border-t px-6 py-4">
                <Text size="small" weight="plus" leading="compact">
                  {t("event.payload")}
                </Text>
                <pre
                  dir="ltr"
                  tabIndex={0}
                  className="bg-ui-bg-subtle txt-compact-small overflow-x-auto rounded-md border p-3 font-mono"
                >
                  {JSON.stringify(event.payload, null, 2)}
                </pre>
                <Hint>{t("event.redacted")}</Hint>
              </div>
            </>
          ) : error ? (
            <LoadProblem
              title={t("event.error")}
              problem={problem(error)}
              onRetry={() => void refetch()}
            />
          ) : (
            <Loading lines={6} />
          )}
        </Drawer.Body>
        <Drawer.Footer>
          {/* One child: the footer spaces several ones from left to right only. */}
          <div className="flex items-center gap-x-2">
            <Drawer.Close asChild>
              <Button size="small" variant="secondary">
                {t("action.close")}
              </Button>
            </Drawer.Close>
            {event?.state === "parked" && (
              <Button
                size="small"
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
          </div>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
