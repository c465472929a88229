import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import {
  useAccounts,
  useConnection,
  useHealth,
  useRegions,
} from "../../lib/queries"
import { type SetupStep, type Shop, setup } from "../../lib/readiness"
import type { SettingsAnswer } from "../../../api-schemas/settings"
import { ChecklistStep } from "./checklist-step"

/** What a new merchant does next; gone as soon as the shop can sell. */
export function Checklist({
  answer: { meta, settings },
}: {
  answer: SettingsAnswer
}) {
  const accounts = useAccounts().data
  const regions = useRegions().data
  const health = useHealth().data
  return accounts && regions && health ? (
    <Steps
      shop={{
        accounts,
        regions,
        mode: settings.mode,
        providerId: meta.provider_id,
        encryption: meta.encryption,
        lastGoodWebhook: health.webhooks.last_good_at,
      }}
    />
  ) : null
}

function Steps({ shop }: { shop: Shop }) {
  const { t } = useTranslation("bpcSettings")
  const { account, testNow } = setup(shop, false)
  const connection = useConnection(account, testNow)
  const { steps } = setup(shop, connection.data?.ok === true)
  const next = steps.find(({ done }) => !done)
  if (!next) {
    return null
  }
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("steps.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle mt-1">
          {t("steps.progress", {
            done: steps.filter(({ done }) => done).length,
            all: steps.length,
          })}
        </Text>
      </div>
      <ol className="divide-y">
        {steps.map((step: SetupStep, index) => (
          <ChecklistStep
            key={step.name}
            step={step}
            number={index + 1}
            current={step.name === next.name}
            mode={shop.mode}
          />
        ))}
      </ol>
    </Container>
  )
}
