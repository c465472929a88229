import { Badge, Button, Code, Copy, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../lib/format"
import { useHealth } from "../../lib/queries"
import type { SettingsAnswer } from "../../../api-schemas/settings"
import { FormDrawer } from "./form-drawer"
import { Deliveries } from "./deliveries"
import { Row, Section, Technical } from "./section"
import { WebhookForm } from "./webhook-form"
import { WebhookRoundTrip } from "./webhook-round-trip"

/** The gateway's portal cannot do without the first two events of the list. */
const REQUIRED_EVENTS = 2

export function WebhooksSection({ answer }: { answer: SettingsAnswer }) {
  const { t } = useTranslation("bpcSettings")
  const [open, setOpen] = useState(false)
  const { meta, settings } = answer
  return (
    <Section
      anchor="webhooks"
      title={t("webhooks.title")}
      description={t("webhooks.description")}
      actions={
        <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
          {t("webhooks.advanced")}
        </Button>
      }
    >
      <Row label={t("webhooks.url")}>
        <span className="flex min-w-0 items-center gap-x-2">
          <Code className="min-w-0 whitespace-normal">
            <Technical>{meta.webhook_url}</Technical>
          </Code>
          <Copy
            content={meta.webhook_url}
            aria-label={t("webhooks.copy")}
            className="text-ui-fg-muted shrink-0"
          />
        </span>
      </Row>
      <Row label={t("webhooks.events")}>
        <ul className="flex min-w-0 flex-col gap-y-1.5">
          {meta.webhook_events.map((event, index) => (
            <li key={event} className="flex flex-wrap items-center gap-2">
              <Code>
                <Technical>{event}</Technical>
              </Code>
              {index < REQUIRED_EVENTS && (
                <Badge size="2xsmall" color="orange">
                  {t("webhooks.required")}
                </Badge>
              )}
            </li>
          ))}
        </ul>
      </Row>
      <WebhookRoundTrip mode={settings.mode} />
      <LastDeliveries />
      <Deliveries />
      <FormDrawer
        title={t("webhooks.advanced")}
        description={t("webhooks.advancedHint")}
        open={open}
        onOpenChange={setOpen}
      >
        <WebhookForm answer={answer} done={() => setOpen(false)} />
      </FormDrawer>
    </Section>
  )
}

function LastDeliveries() {
  const { t } = useTranslation("bpcSettings")
  const { dateTime } = useFormat()
  const { data } = useHealth()
  if (!data) {
    return null
  }
  const { last_good_at, last_bad_at, last_bad_reason, found_without_webhook } =
    data.webhooks
  return (
    <>
      <Row label={t("health.lastGood")}>
        {last_good_at ? dateTime(last_good_at) : t("never")}
      </Row>
      <Row label={t("health.lastBad")}>
        {last_bad_at ? dateTime(last_bad_at) : t("never")}
        {last_bad_reason && (
          <Text size="small" className="min-w-0 break-words">
            <bdi lang="en">{last_bad_reason}</bdi>
          </Text>
        )}
      </Row>
      <Row label={t("webhooks.foundWithout")}>
        {found_without_webhook}
        {found_without_webhook > 0 && (
          <Text size="small" className="text-ui-fg-error">
            {t("webhooks.notArriving")}
          </Text>
        )}
      </Row>
    </>
  )
}
