import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../lib/format"
import type { Account } from "../../../api-schemas/accounts"
import { Technical } from "./section"

export type SecretName =
  | "api_key"
  | "webhook_secret"
  | "next_webhook_secret"
  | "api_login"
  | "api_password"

/** All that a browser ever learns of a secret: its last four characters, when and by whom it was set. */
export function SecretShown({
  account,
  secret,
}: {
  account: Account
  secret: SecretName
}) {
  const { t } = useTranslation("bpcSettings")
  const { dateTime } = useFormat()
  const last4 = account[`${secret}_last4`]
  const at = account[`${secret}_set_at`]
  const by = account[`${secret}_set_by`]
  if (last4 === null) {
    return <span className="text-ui-fg-muted">{t("accounts.notSet")}</span>
  }
  return (
    <>
      <span className="font-mono">
        <Technical>••••{last4}</Technical>
      </span>
      {at && (
        <Text size="xsmall" className="text-ui-fg-muted break-words">
          {by
            ? t("accounts.setBy", { when: dateTime(at), who: by })
            : t("accounts.setAt", { when: dateTime(at) })}
        </Text>
      )}
    </>
  )
}
