import { Text } from "@medusajs/ui"
import type { Payment } from "../../../api-schemas/payments"
import { isUnbooked, needsDecision } from "./meaning"
import { useTexts } from "./use-texts"

/** What was registered; below it what the gateway has instead, or what went back. */
export function ListedAmount({ session }: { session: Payment }) {
  const { t, money, side } = useTexts()
  const found =
    isUnbooked(session) && session.reason !== "reference_mismatch"
      ? session.found
      : null
  return (
    <>
      <span className="text-ui-fg-base text-nowrap">
        <bdi>{money(session.amount, session)}</bdi>
      </span>
      {found !== null && (
        <Text
          size="small"
          leading="compact"
          className={
            needsDecision(session) ? "text-ui-fg-error" : "text-ui-fg-muted"
          }
        >
          {t("fact.found")} <bdi>{side(found)}</bdi>
        </Text>
      )}
      {session.refunded > 0 && (
        <Text size="small" leading="compact" className="text-ui-fg-muted">
          {t("field.refunded")} <bdi>{money(session.refunded, session)}</bdi>
        </Text>
      )}
    </>
  )
}
