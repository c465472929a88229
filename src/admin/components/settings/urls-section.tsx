import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Settings, SettingsAnswer } from "../../../api-schemas/settings"
import { FormDrawer } from "./form-drawer"
import { LockBadge } from "./lock-badge"
import { Row, Section, Technical } from "./section"
import { UrlsForm } from "./urls-form"

export function UrlsSection({ answer }: { answer: SettingsAnswer }) {
  const { t } = useTranslation("bpcSettings")
  const [open, setOpen] = useState(false)
  const { settings, locked, meta } = answer
  const lock = (name: keyof Settings) => {
    const source = locked[name]
    return source && <LockBadge name={name} source={source} />
  }
  return (
    <Section
      anchor="urls"
      title={t("urls.title")}
      description={t("urls.description")}
      actions={
        <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
          {t("actions.edit")}
        </Button>
      }
    >
      <Row label={t("fields.backend_url")}>
        <Technical>{settings.backend_url}</Technical>
        {lock("backend_url")}
      </Row>
      <Row label={t("fields.storefront_url")}>
        <Technical>{settings.storefront_url}</Technical>
        {lock("storefront_url")}
      </Row>
      <Row label={t("urls.afterSuccess")}>
        <Technical>{meta.previews.success}</Technical>
        {lock("success_template")}
      </Row>
      <Row label={t("urls.afterFailure")}>
        <Technical>{meta.previews.failure}</Technical>
        {lock("failure_template")}
      </Row>
      <Row label={t("fields.allowed_return_origins")}>
        {settings.allowed_return_origins.length === 0 ? (
          <Text size="small">{t("urls.onlyStorefront")}</Text>
        ) : (
          <ul className="flex min-w-0 flex-col gap-y-1">
            {settings.allowed_return_origins.map((origin) => (
              <li key={origin}>
                <Technical>{origin}</Technical>
              </li>
            ))}
          </ul>
        )}
        {lock("allowed_return_origins")}
      </Row>
      <FormDrawer
        title={t("urls.title")}
        description={t("urls.description")}
        open={open}
        onOpenChange={setOpen}
      >
        <UrlsForm answer={answer} done={() => setOpen(false)} />
      </FormDrawer>
    </Section>
  )
}
