import { Alert, Text } from "@medusajs/ui"
import type { PaymentDetail } from "../../../api-schemas/payments"
import { meaningOf, reasonKey } from "./meaning"
import { useTexts } from "./use-texts"

/** What a payment's state means for the money, and what is to be done. */
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
