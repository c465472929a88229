import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CreditCard } from "@medusajs/icons"
import { Container, Heading, Text } from "@medusajs/ui"
import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import { useLocation } from "react-router-dom"
import { AccountsSection } from "../../../components/settings/accounts-section"
import { CaptureSection } from "../../../components/settings/capture-section"
import { Checklist } from "../../../components/settings/checklist"
import { HealthSection } from "../../../components/settings/health-section"
import { HistorySection } from "../../../components/settings/history-section"
import {
  ModeBadge,
  ModeSection,
} from "../../../components/settings/mode-section"
import { RegionsSection } from "../../../components/settings/regions-section"
import { ShopperSection } from "../../../components/settings/shopper-section"
import { LoadError, Loading } from "../../../components/settings/states"
import { UrlsSection } from "../../../components/settings/urls-section"
import { WebhooksSection } from "../../../components/settings/webhooks-section"
import { useSettings } from "../../../lib/queries"

export default function SettingsPage() {
  const { t } = useTranslation("bpcSettings")
  const { data: answer, isError, error, refetch } = useSettings()
  useAnchor(answer !== undefined)
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="flex flex-wrap items-start justify-between gap-3 px-6 py-4">
        <div className="min-w-0 max-w-2xl">
          <Heading>{t("title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle mt-1 text-pretty">
            {t("description")}
          </Text>
        </div>
        {answer && <ModeBadge mode={answer.settings.mode} />}
      </Container>
      {!answer && (
        <Container className="p-0">
          {isError ? (
            <LoadError error={error} retry={refetch} />
          ) : (
            <Loading lines={6} />
          )}
        </Container>
      )}
      {answer && (
        <>
          <HealthSection />
          <Checklist answer={answer} />
          <ModeSection answer={answer} />
          <AccountsSection mode={answer.settings.mode} />
          <WebhooksSection answer={answer} />
          <RegionsSection answer={answer} />
          <CaptureSection answer={answer} />
          <UrlsSection answer={answer} />
          <ShopperSection answer={answer} />
          <HistorySection />
        </>
      )}
    </div>
  )
}

/** The sections are there only after the answer: the browser cannot follow the link's anchor by itself. */
function useAnchor(ready: boolean) {
  const { hash, key } = useLocation()
  useEffect(() => {
    const target = ready && hash && document.getElementById(hash.slice(1))
    if (target) {
      target.scrollIntoView({ block: "start" })
      // The keyboard goes along, to the first thing that can be set there (a region's switch, an address).
      target
        .querySelector<HTMLElement>("[role=switch], input, button")
        ?.focus({ preventScroll: true })
    }
  }, [ready, hash, key])
}

function Breadcrumb() {
  const { t } = useTranslation("bpcSettings")
  return <>{t("title")}</>
}

export const handle = { breadcrumb: () => <Breadcrumb /> }

export const config = defineRouteConfig({
  label: "menu",
  icon: CreditCard,
  translationNs: "bpcSettings",
})
