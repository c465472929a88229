import { CheckCircleSolid } from "@medusajs/icons"
import { Button, Container, Heading, Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import {
  useAccounts,
  useConnection,
  useHealth,
  useRegions,
} from "../../lib/queries"
import { hasProvider } from "../../lib/readiness"
import type { Account, SettingsAnswer } from "../../lib/types"

type Step = {
  name: "key" | "account" | "connection" | "webhook" | "region"
  anchor: string
  done: boolean
}

/** What a new merchant does next; gone as soon as the shop can sell. */
export function Checklist({ answer }: { answer: SettingsAnswer }) {
  const accounts = useAccounts().data
  const inMode = accounts?.filter(({ mode }) => mode === answer.settings.mode)
  return inMode ? (
    <Steps answer={answer} account={inMode.find(({ readable }) => readable)} />
  ) : null
}

function Steps({
  answer: { meta, settings },
  account,
}: {
  answer: SettingsAnswer
  account: Account | undefined
}) {
  const { t } = useTranslation("bpcSettings")
  const regions = useRegions().data
  const health = useHealth().data
  const webhook = Boolean(
    account?.webhook_secret_last4 && health?.webhooks.last_good_at
  )
  const region = Boolean(
    regions?.some((each) => hasProvider(each, meta.provider_id))
  )
  const selling = webhook && region
  const connection = useConnection(account, !selling)
  const steps: Step[] = [
    ...(meta.encryption === "missing"
      ? [{ name: "key", anchor: "health", done: false } as const]
      : []),
    { name: "account", anchor: "add-account", done: account !== undefined },
    {
      name: "connection",
      anchor: "accounts",
      // A shop that sells is not asked about its connection on every look at this page.
      done: selling || connection.data?.ok === true,
    },
    { name: "webhook", anchor: "webhooks", done: webhook },
    { name: "region", anchor: "regions", done: region },
  ]
  const next = steps.find(({ done }) => !done)
  if (!regions || !health || !next) {
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
        {steps.map((step, index) => (
          <li
            key={step.name}
            aria-current={step === next ? "step" : undefined}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-6 py-3"
          >
            <div className="flex min-w-0 max-w-2xl flex-1 basis-64 items-start gap-x-3">
              {step.done ? (
                <CheckCircleSolid
                  aria-label={t("steps.done")}
                  className="text-ui-tag-green-icon mt-0.5 size-5 shrink-0"
                />
              ) : (
                <span
                  aria-hidden
                  className={clx(
                    "txt-compact-xsmall-plus mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-full border",
                    step === next
                      ? "bg-ui-button-inverted text-ui-fg-on-inverted border-transparent"
                      : "text-ui-fg-muted"
                  )}
                >
                  {index + 1}
                </span>
              )}
              <div className="min-w-0">
                <Text
                  size="small"
                  weight={step === next ? "plus" : "regular"}
                  className={step.done ? "text-ui-fg-muted" : undefined}
                >
                  {t(`steps.${step.name}.title`, {
                    mode: t(`mode.${settings.mode}`),
                  })}
                </Text>
                {step === next && (
                  <Text size="small" className="text-ui-fg-subtle text-pretty">
                    {t(`steps.${step.name}.text`)}
                  </Text>
                )}
              </div>
            </div>
            {step === next && (
              <Button size="small" asChild>
                <Link to={`#${step.anchor}`}>{t(`steps.${step.name}.go`)}</Link>
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Container>
  )
}
