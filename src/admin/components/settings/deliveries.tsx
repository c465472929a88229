import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormat } from "../../lib/format"
import { useRecentEvents } from "../../lib/queries"
import type { BpcEvent } from "../../../api-schemas/events"
import { Status } from "../status"
import { Technical } from "./section"
import { Empty, LoadError, Loading } from "./states"

const SHOWN = 5
const COLORS = { received: "blue", done: "green", parked: "red" } as const

/** The last webhook events that were taken in, each with the payment that it led to. */
export function Deliveries() {
  const { t } = useTranslation("bpcSettings")
  const events = useRecentEvents(SHOWN)
  return (
    <div>
      <Text size="small" weight="plus" className="text-ui-fg-subtle px-6 pt-4">
        {t("webhooks.deliveries")}
      </Text>
      {events.isPending && <Loading />}
      {events.isError && !events.data && (
        <LoadError error={events.error} retry={events.refetch} />
      )}
      {events.data?.events.length === 0 && (
        <Empty>{t("webhooks.noDeliveries")}</Empty>
      )}
      <ul className="pb-2 pt-1">
        {events.data?.events.map((event) => (
          <Delivery key={event.id} {...event} />
        ))}
      </ul>
    </div>
  )
}

function Delivery({ type, state, received_at, session_id }: BpcEvent) {
  const { t } = useTranslation("bpcSettings")
  const { dateTime } = useFormat()
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-6 py-2">
      <span className="txt-compact-small min-w-0">
        {session_id ? (
          <Link
            to={`/bpc-payments/${session_id}`}
            className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
          >
            <Technical>{type}</Technical>
          </Link>
        ) : (
          <Technical>{type}</Technical>
        )}
      </span>
      <span className="flex items-center gap-x-3">
        <span className="txt-compact-small text-ui-fg-subtle">
          {dateTime(received_at)}
        </span>
        <Status color={COLORS[state]}>{t(`webhooks.state.${state}`)}</Status>
      </span>
    </li>
  )
}
