import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { sentenceOf } from "../../lib/client"
import type { ConnectionTest } from "../../../api-schemas/accounts"
import { TestResult } from "./test-result"

type ConnectionResultProps = {
  query: { data?: ConnectionTest; error: unknown }
}

export function ConnectionResult({ query }: ConnectionResultProps) {
  const { t } = useTranslation("bpcSettings")
  if (query.error) {
    return (
      <Text size="small" className="text-ui-fg-error">
        {sentenceOf(query.error) ?? t("errors.network")}
      </Text>
    )
  }
  if (!query.data) {
    return null
  }
  const { ok, cause, message, second_channel: second } = query.data
  return (
    <div className="flex flex-col gap-y-2">
      <TestResult
        ok={ok}
        title={t(`connection.${cause}.title`)}
        message={message}
        translation={`connection.${cause}.fix`}
      />
      {second && (
        <TestResult
          ok={second.ok}
          title={t(`accounts.second.result.${second.cause}.title`)}
          message={second.message}
          translation={`accounts.second.result.${second.cause}.fix`}
        />
      )}
    </div>
  )
}
