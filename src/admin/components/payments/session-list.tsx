import { Table, Text, Tooltip } from "@medusajs/ui"
import { Link, useNavigate } from "react-router-dom"
import type { Payment } from "../../../api-schemas/payments"
import { ChargebackBadge, ModeBadge, StateBadge } from "./badges"
import { ListedAmount } from "./listed-amount"
import { reasonKey } from "./meaning"
import { useTexts } from "./use-texts"

/** The table's own cells have their outer padding on the left and right side of left-to-right pages only. */
const FIRST = { paddingInlineStart: "1.5rem" }
const LAST = { paddingInlineEnd: "1.5rem" }

/** A table where there is room for it, cards on a telephone. */
export function SessionList({ sessions }: { sessions: Payment[] }) {
  return (
    <>
      <div className="hidden overflow-x-auto md:flex">
        <SessionTable sessions={sessions} />
      </div>
      <ul className="divide-y md:hidden">
        {sessions.map((session) => (
          <li key={session.id}>
            <SessionCard session={session} />
          </li>
        ))}
      </ul>
    </>
  )
}

function SessionTable({ sessions }: { sessions: Payment[] }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  return (
    <Table>
      <Table.Header>
        <Table.Row>
          <Table.HeaderCell className="text-start" style={FIRST}>
            {t("field.order")}
          </Table.HeaderCell>
          <Table.HeaderCell className="text-start">
            {t("field.state")}
          </Table.HeaderCell>
          <Table.HeaderCell className="text-end">
            {t("field.amount")}
          </Table.HeaderCell>
          <Table.HeaderCell className="text-start">
            {t("field.mode")}
          </Table.HeaderCell>
          <Table.HeaderCell className="text-start" style={LAST}>
            {t("field.created")}
          </Table.HeaderCell>
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {sessions.map((session) => (
          <Table.Row
            key={session.id}
            className="cursor-pointer"
            onClick={() => void navigate(`/bpc-payments/${session.id}`)}
          >
            <Table.Cell className="py-2" style={FIRST}>
              <Link
                to={`/bpc-payments/${session.id}`}
                aria-label={t("list.open", { id: nameOf(session) })}
                className="focus-visible:shadow-borders-focus rounded-sm outline-none"
                onClick={(event) => event.stopPropagation()}
              >
                <OrderNumber session={session} />
              </Link>
              <Customer session={session} />
            </Table.Cell>
            <Table.Cell className="max-w-[360px] py-2">
              <div className="flex flex-wrap items-center gap-1">
                <StateBadge session={session} />
                <ChargebackBadge session={session} />
              </div>
              <Reason session={session} />
            </Table.Cell>
            <Table.Cell className="py-2 text-end tabular-nums">
              <ListedAmount session={session} />
            </Table.Cell>
            <Table.Cell>
              <ModeBadge mode={session.mode} />
            </Table.Cell>
            <Table.Cell style={LAST}>
              <Created session={session} />
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  )
}

function SessionCard({ session }: { session: Payment }) {
  return (
    <Link
      to={`/bpc-payments/${session.id}`}
      className="hover:bg-ui-bg-base-hover focus-visible:bg-ui-bg-base-hover txt-compact-small flex flex-col gap-y-2 px-6 py-4 outline-none"
    >
      <div className="flex items-start justify-between gap-x-4">
        <div className="min-w-0">
          <OrderNumber session={session} />
          <Customer session={session} />
        </div>
        <div className="text-end tabular-nums">
          <ListedAmount session={session} />
        </div>
      </div>
      <div className="flex items-center justify-between gap-x-4">
        <div className="flex items-center gap-x-2">
          <StateBadge session={session} />
          <ChargebackBadge session={session} />
          {session.mode === "test" && <ModeBadge mode="test" />}
        </div>
        <Created session={session} />
      </div>
      <Reason session={session} />
    </Link>
  )
}

function nameOf(session: Payment): string {
  return session.order_display_id === null
    ? session.id
    : `#${session.order_display_id}`
}

function OrderNumber({ session }: { session: Payment }) {
  const { t } = useTexts()
  return session.order_id === null ? (
    <span className="text-ui-fg-muted">{t("field.noOrder")}</span>
  ) : (
    <span className="text-ui-fg-base txt-compact-small-plus">
      {session.order_display_id === null
        ? t("field.order")
        : `#${session.order_display_id}`}
    </span>
  )
}

function Customer({ session }: { session: Payment }) {
  return session.email ? (
    <bdi
      className="text-ui-fg-muted block w-fit truncate"
      style={{ maxWidth: "min(260px, 100%)" }}
    >
      {session.email}
    </bdi>
  ) : null
}

function Reason({ session }: { session: Payment }) {
  const { t } = useTexts()
  const { reason, decline_class: decline } = session
  const why = reason
    ? t(reasonKey(reason), { reason })
    : decline && t("decline.refused", { name: t(`decline.name.${decline}`) })
  return why ? (
    <Text
      size="small"
      leading="compact"
      className="text-ui-fg-muted text-pretty pt-0.5"
    >
      {why}
    </Text>
  ) : null
}

function Created({ session }: { session: Payment }) {
  const { ago, when } = useTexts()
  return (
    <Tooltip content={when(session.created_at)}>
      <time
        dateTime={session.created_at}
        className="text-ui-fg-subtle text-nowrap"
      >
        {ago(session.created_at)}
      </time>
    </Tooltip>
  )
}
