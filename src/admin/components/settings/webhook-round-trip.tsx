import { Button, Select, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../lib/format"
import { bpc } from "../../lib/client"
import { useAccounts, useChange } from "../../lib/queries"
import type { Mode } from "../../../api-schemas/vocabulary"
import type { WebhookTest } from "../../../api-schemas/webhook-test"
import { basis } from "../layout"
import { TestResult } from "./test-result"

/** Posts a signed event to the public address, from outside in, and names what happened to it on its way. */
export function WebhookRoundTrip({ mode }: { mode: Mode }) {
  const { t } = useTranslation("bpcSettings")
  const { direction } = useFormat()
  const accounts = useAccounts().data?.filter(
    (account) => account.mode === mode
  )
  const [chosen, setChosen] = useState<string>()
  const [result, setResult] = useState<WebhookTest>()
  const test = useChange(bpc.testWebhook, { onDone: setResult })
  const account = accounts?.find(({ id }) => id === chosen) ?? accounts?.[0]

  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="min-w-0 max-w-2xl flex-1" style={basis(16)}>
          <Text size="small" weight="plus" className="text-ui-fg-subtle">
            {t("webhooks.test")}
          </Text>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("webhooks.testHint")}
          </Text>
        </div>
        <div className="flex min-w-0 flex-wrap items-center gap-2">
          {accounts && accounts.length > 1 && account && (
            <Select
              dir={direction}
              size="small"
              value={account.id}
              onValueChange={setChosen}
            >
              <Select.Trigger
                aria-label={t("webhooks.testAccount")}
                style={{ width: "19rem", maxWidth: "100%" }}
              >
                <Select.Value />
              </Select.Trigger>
              <Select.Content>
                {accounts.map(({ id, name, source }) => (
                  <Select.Item key={id} value={id}>
                    {source === "admin" ? name : t("accounts.ofConfig")}
                  </Select.Item>
                ))}
              </Select.Content>
            </Select>
          )}
          <Button
            size="small"
            variant="secondary"
            disabled={!account}
            isLoading={test.isPending}
            onClick={() => {
              setResult(undefined)
              test.mutate(account?.id)
            }}
          >
            {t("webhooks.send")}
          </Button>
        </div>
      </div>
      {!account && (
        <Text size="small" className="text-ui-fg-muted">
          {t("webhooks.needsAccount")}
        </Text>
      )}
      <div aria-live="polite" className="empty:hidden">
        {result && (
          <TestResult
            ok={result.ok}
            title={t(`webhookTest.${result.cause}.title`)}
            message={result.message}
            translation={`webhookTest.${result.cause}.fix`}
          />
        )}
      </div>
    </div>
  )
}
