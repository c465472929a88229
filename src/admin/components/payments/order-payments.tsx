import { Alert, Container, Heading, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useOrderFollows } from "../../lib/follow-order"
import type { Payment } from "../../../api-schemas/payments"
import { useOrderSessions, useSession } from "../../lib/payments"
import type { SessionState } from "../../../api-schemas/vocabulary"
import { ChargebackBadge, ModeBadge, StateBadge } from "./badges"
import { ChargebackNote } from "./chargeback-note"
import { cardName } from "./card-section"
import { CheckButton } from "./check-button"
import { IdRow } from "./id-row"
import { meaningOf, needsDecision } from "./meaning"
import { LoadProblem, Row, Section } from "./page-parts"
import { AmountRows } from "./sections"
import { Timeline } from "./timeline"
import { useTexts } from "./use-texts"

/** Attempts that never held money are not worth a box of their own beside the order. */
const HELD_MONEY = new Set<SessionState>([
  "authorized",
  "paid",
  "refunded",
  "held",
])

export function OrderPayments({ orderId }: { orderId: string }) {
  const { t, problem } = useTexts()
  const { data, error, refetch } = useOrderSessions(orderId)
  useOrderFollows(orderId, data)
  const sessions = data ?? []
  const withMoney = sessions.filter(({ state }) => HELD_MONEY.has(state))
  const shown = withMoney.length > 0 ? withMoney : sessions.slice(0, 1)
  if (error && sessions.length === 0) {
    return (
      <Section title={t("widget.title")}>
        <LoadProblem
          title={t("widget.error")}
          problem={problem(error)}
          onRetry={() => void refetch()}
        />
      </Section>
    )
  }
  return (
    <>
      {shown.map((session) => (
        <OrderPayment key={session.id} session={session} />
      ))}
    </>
  )
}

function OrderPayment({ session }: { session: Payment }) {
  const { t, problem } = useTexts()
  const detail = useSession(session.id)
  const card = detail.data?.card && cardName(detail.data.card)
  return (
    <Container
      className="divide-y p-0"
      role="region"
      aria-label={t("widget.title")}
    >
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <Heading level="h2">{t("widget.title")}</Heading>
        <div className="flex items-center gap-x-2">
          {session.mode === "test" && <ModeBadge mode="test" />}
          <StateBadge session={session} />
          <ChargebackBadge session={session} />
        </div>
      </div>
      {needsDecision(session) && (
        <div className="px-6 py-4">
          <Alert variant="error">{t(`${meaningOf(session).key}.money`)}</Alert>
        </div>
      )}
      {session.charged_back_at && (
        <div className="px-6 py-4">
          <ChargebackNote session={session} brief />
        </div>
      )}
      <AmountRows session={session} />
      <div>
        {card && (
          <Row name={t("card.number")}>
            <bdi>{card}</bdi>
          </Row>
        )}
        <IdRow name={t("field.sessionId")} value={session.gateway_session_id} />
        <IdRow name={t("field.paymentId")} value={session.gateway_payment_id} />
      </div>
      {detail.data ? (
        <Timeline session={detail.data} short={3} />
      ) : (
        detail.error && (
          <LoadProblem
            title={t("widget.error")}
            problem={problem(detail.error)}
            onRetry={() => void detail.refetch()}
          />
        )
      )}
      <div className="flex items-center justify-between gap-x-2 px-6 py-4">
        <Link
          to={`/bpc-payments/${session.id}`}
          className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover focus-visible:shadow-borders-focus rounded-sm outline-none"
        >
          <Text size="small" weight="plus" leading="compact" as="span">
            {t("widget.view")}
          </Text>
        </Link>
        <CheckButton sessionId={session.id} />
      </div>
    </Container>
  )
}
