import { Alert, Text } from "@medusajs/ui"
import type { Payment } from "../../../api-schemas/payments"
import { useTexts } from "./use-texts"

/** That the bank took the money back, what it means for it, and what to do. Renders nothing where it has not. */
export function ChargebackNote({
  session,
  brief,
}: {
  session: Payment
  brief?: boolean
}) {
  const { t, money, when } = useTexts()
  const { charged_back_at: since, chargeback_noted_at: noted } = session
  return since === null ? null : (
    <Alert variant={noted ? "info" : "error"}>
      <div className="flex flex-col gap-y-1">
        <Text size="small" leading="compact" weight="plus">
          {t("chargeback.money", { amount: money(session.captured, session) })}
        </Text>
        <Text size="small" leading="compact">
          {t("chargeback.since")}: {when(since)}
        </Text>
        {!brief && (
          <Text size="small" leading="compact" className="text-ui-fg-subtle">
            {t(noted ? "chargeback.noted" : "chargeback.todo")}
          </Text>
        )}
      </div>
    </Alert>
  )
}
