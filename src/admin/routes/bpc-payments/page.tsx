import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ExclamationCircleSolid } from "@medusajs/icons"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { ExportMenu } from "../../components/payments/export-menu"
import { FilterBar } from "../../components/payments/filter-bar"
import { HeldIcon } from "../../components/payments/held-icon"
import {
  isBadPeriod,
  isFiltered,
  toQuery,
} from "../../components/payments/list-filters"
import { LoadProblem, Loading } from "../../components/payments/page-parts"
import { PageTitle } from "../../components/payments/page-title"
import { ParkedEvents } from "../../components/payments/parked-events"
import { SessionList } from "../../components/payments/session-list"
import { useListAddress } from "../../components/payments/use-list-address"
import { useTexts } from "../../components/payments/use-texts"
import { PAGE_SIZE, useHeldCount, useSessions } from "../../lib/payments"

export default function PaymentsPage() {
  const { t, problem } = useTexts()
  const address = useListAddress()
  const { filters } = address
  const { data, error, isFetching, refetch } = useSessions(
    toQuery(filters, PAGE_SIZE),
    !isBadPeriod(filters)
  )
  return (
    <div className="flex w-full flex-col gap-3">
      <ParkedEvents />
      <Container className="divide-y p-0">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-6 py-4">
          <div>
            <Heading>{t("list.title")}</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {t("list.subtitle")}
            </Text>
          </div>
          <div className="flex items-center gap-x-2">
            <HeldButton onShow={() => address.change({ state: "held" })} />
            {!isBadPeriod(filters) && (
              <ExportMenu filters={toQuery(filters, PAGE_SIZE)} />
            )}
          </div>
        </div>
        <FilterBar filters={filters} onChange={address.change} />
        {error && !data ? (
          <LoadProblem
            title={t("list.error")}
            problem={problem(error)}
            onRetry={() => void refetch()}
          />
        ) : !data ? (
          !isBadPeriod(filters) && <Loading lines={8} />
        ) : data.sessions.length === 0 ? (
          <Nothing
            why={
              !address.isFirst
                ? "end"
                : isFiltered(filters)
                  ? "noResults"
                  : "empty"
            }
          />
        ) : (
          <div className={isFetching ? "opacity-50" : undefined}>
            <SessionList sessions={data.sessions} />
          </div>
        )}
        {(data?.next_cursor || !address.isFirst) && (
          <div className="flex items-center justify-end gap-x-2 px-6 py-4">
            <Button
              size="small"
              variant="secondary"
              disabled={address.isFirst}
              onClick={address.previous}
            >
              {t(
                address.isFirst || address.knowsPrevious
                  ? "list.previous"
                  : "list.first"
              )}
            </Button>
            <Button
              size="small"
              variant="secondary"
              disabled={!data?.next_cursor || isFetching}
              onClick={() =>
                data?.next_cursor && address.next(data.next_cursor)
              }
            >
              {t("list.next")}
            </Button>
          </div>
        )}
      </Container>
    </div>
  )
}

function HeldButton({ onShow }: { onShow: () => void }) {
  const { t } = useTexts()
  const held = useHeldCount()
  return held > 0 ? (
    <Button
      size="small"
      variant="danger"
      title={t("list.heldHint")}
      onClick={onShow}
    >
      <ExclamationCircleSolid />
      {t("list.held", { number: held })}
    </Button>
  ) : null
}

function Nothing({ why }: { why: "end" | "noResults" | "empty" }) {
  const { t } = useTexts()
  return (
    <div className="flex flex-col items-center gap-y-4 px-6 py-16 text-center">
      <div className="flex max-w-[400px] flex-col gap-y-1">
        <Text size="small" weight="plus" leading="compact">
          {t(`list.${why}.title`)}
        </Text>
        <Text size="small" className="text-ui-fg-muted">
          {t(`list.${why}.text`)}
        </Text>
      </div>
      {why === "empty" && (
        <Button size="small" variant="secondary" asChild>
          <Link to="/settings/bpc">{t("list.empty.action")}</Link>
        </Button>
      )}
    </div>
  )
}

export const config = defineRouteConfig({
  label: "menu.label",
  translationNs: "bpcPayments",
  icon: HeldIcon,
})

export const handle = { breadcrumb: () => <PageTitle /> }
