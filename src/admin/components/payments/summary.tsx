import { Alert, Container, Heading, Text } from "@medusajs/ui"
import { type PaymentDetail } from "../../lib/payments"
import { Actions } from "./actions"
import { ModeBadge, StateBadge } from "./badges"
import { meaningOf, reasonKey } from "./meaning"
import { useTexts } from "./use-texts"

/** The payment's head: amount, state, what that means for the money, and what can be done. */
export function Summary({ session }: { session: PaymentDetail }) {
  const { money } = useTexts()
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-6 py-4">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Heading level="h1" className="tabular-nums">
            <bdi>{money(session.amount, session)}</bdi>
          </Heading>
          <StateBadge session={session} />
          <ModeBadge mode={session.mode} />
        </div>
        <Actions session={session} />
      </div>
      <div className="px-6 py-4">
        <MeaningNote session={session} />
      </div>
    </Container>
  )
}

export function MeaningNote({ session }: { session: PaymentDetail }) {
  const { t, money, side } = useTexts()
  const { key, tone } = meaningOf(session)
  const { expected, found } = session
  const amounts = {
    amount: money(session.amount, session),
    captured: money(session.captured, session),
    refunded: money(session.refunded, session),
    kept: money(session.captured - session.refunded, session),
  }
  return (
    <Alert variant={tone}>
      <div className="flex flex-col gap-y-1">
        <Text size="small" leading="compact" weight="plus">
          {t(`${key}.money`, amounts)}
        </Text>
        {session.reason && (
          <Text size="small" leading="compact">
            {t(reasonKey(session.reason), { reason: session.reason })}
          </Text>
        )}
        {expected !== null && found !== null && (
          <Text size="small" leading="compact">
            {t("fact.expected")}: <bdi>{side(expected)}</bdi> ·{" "}
            {t("fact.found")}: <bdi>{side(found)}</bdi>
          </Text>
        )}
        <Text size="small" leading="compact" className="text-ui-fg-subtle">
          {t(`${key}.todo`)}
        </Text>
      </div>
    </Alert>
  )
}
