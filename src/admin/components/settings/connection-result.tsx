import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { sentenceOf } from "../../lib/client"
import type { ConnectionTest } from "../../lib/types"
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
  return query.data ? (
    <TestResult
      ok={query.data.ok}
      title={t(`connection.${query.data.cause}.title`)}
      message={query.data.message}
      translation={`connection.${query.data.cause}.fix`}
    />
  ) : null
}
