import {
  CheckCircleSolid,
  ExclamationCircleSolid,
  InformationCircleSolid,
} from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormat } from "../../lib/format"
import { useHealth } from "../../lib/queries"
import type { Health, HealthProblem } from "../../../api-schemas/health"
import { Status } from "../status"
import { ApiSentence } from "./api-sentence"
import { DiagnosisButton } from "./diagnosis-button"
import { basis, columns } from "../layout"
import { Section } from "./section"
import { LoadError, Loading } from "./states"

const COLORS = { broken: "red", warned: "orange", good: "green" } as const

export function HealthSection() {
  const { t } = useTranslation("bpcSettings")
  const health = useHealth()
  return (
    <Section
      anchor="health"
      title={t("health.title")}
      actions={health.data && <Verdict health={health.data} />}
    >
      {health.isPending && <Loading lines={3} />}
      {health.isError && !health.data && (
        <LoadError error={health.error} retry={health.refetch} />
      )}
      {health.data && <Body health={health.data} />}
    </Section>
  )
}

function Verdict({ health }: { health: Health }) {
  const { t } = useTranslation("bpcSettings")
  const state = !health.ok
    ? "broken"
    : health.problems.length > 0
      ? "warned"
      : "good"
  return <Status color={COLORS[state]}>{t(`health.${state}`)}</Status>
}

function Body({ health }: { health: Health }) {
  const { t } = useTranslation("bpcSettings")
  return (
    <>
      {health.problems.length === 0 ? (
        <div className="flex items-center gap-x-2 px-6 py-4">
          <CheckCircleSolid className="text-ui-tag-green-icon shrink-0" />
          <Text size="small">{t("health.allWell")}</Text>
        </div>
      ) : (
        <ul className="divide-y" aria-live="polite">
          {health.problems.map((problem) => (
            <Problem key={`${problem.code}${problem.message}`} {...problem} />
          ))}
        </ul>
      )}
      <Facts health={health} />
      <DiagnosisButton />
    </>
  )
}

/** The part of this page that each problem is solved in; the API knows only the page. */
const ANCHORS: Readonly<Record<string, string>> = {
  no_account: "add-account",
  account_unreadable: "accounts",
  no_webhook_secret: "accounts",
  region_without_account: "regions",
  backend_url_insecure: "urls",
  backend_url_local: "urls",
  storefront_url_insecure: "urls",
  storefront_url_local: "urls",
  test_mode: "mode",
  webhooks_not_arriving: "webhooks",
}

function Problem({ code, severity, message, action, link }: HealthProblem) {
  const { t } = useTranslation("bpcSettings")
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-6 py-4">
      <div
        className="flex min-w-0 max-w-2xl flex-1 items-start gap-x-2"
        style={basis(16)}
      >
        {severity === "error" ? (
          <ExclamationCircleSolid
            aria-label={t("health.error")}
            className="text-ui-tag-red-icon mt-0.5 shrink-0"
          />
        ) : (
          <InformationCircleSolid
            aria-label={t("health.warning")}
            className="text-ui-tag-orange-icon mt-0.5 shrink-0"
          />
        )}
        <div className="min-w-0">
          <ApiSentence
            weight="plus"
            sentence={message}
            translation={`problems.${code}.message`}
          />
          <ApiSentence
            subtle
            brief
            sentence={action}
            translation={`problems.${code}.action`}
          />
          {/* The heading under which docs/operations.md tells more. */}
          <Text size="xsmall" className="text-ui-fg-muted mt-1" translate="no">
            <code>{code}</code>
          </Text>
        </div>
      </div>
      {link && (
        <Button size="small" variant="secondary" asChild>
          <Link to={ANCHORS[code] ? `${link}#${ANCHORS[code]}` : link}>
            {t("actions.fix")}
          </Link>
        </Button>
      )}
    </li>
  )
}

function Facts({ health }: { health: Health }) {
  const { t } = useTranslation("bpcSettings")
  const { dateTime } = useFormat()
  const { webhooks, reconcile, held, clock_skew_seconds: skew } = health
  const when = (iso: string | null) => (iso ? dateTime(iso) : t("never"))
  return (
    <dl
      style={columns(11)}
      className="bg-ui-bg-subtle grid gap-x-4 gap-y-4 rounded-b-lg px-6 py-4"
    >
      <Fact label={t("health.lastGood")}>{when(webhooks.last_good_at)}</Fact>
      <Fact label={t("health.lastBad")} note={webhooks.last_bad_reason}>
        {when(webhooks.last_bad_at)}
      </Fact>
      <Fact label={t("health.lastRun")}>{when(reconcile.last_run_at)}</Fact>
      <Fact label={t("health.held")}>
        <Link
          to="/bpc-payments?state=held"
          className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
        >
          {held}
        </Link>
      </Fact>
      <Fact label={t("health.clock")}>
        {skew === null ? t("unknown") : t("health.seconds", { n: skew })}
      </Fact>
    </dl>
  )
}

type FactProps = {
  label: string
  note?: string | null
  children: React.ReactNode
}

function Fact({ label, note, children }: FactProps) {
  return (
    <div className="min-w-0">
      <dt className="txt-compact-xsmall-plus text-ui-fg-muted">{label}</dt>
      <dd className="txt-compact-small text-ui-fg-base mt-1">
        {children}
        {note && (
          <bdi
            lang="en"
            className="txt-compact-xsmall text-ui-fg-subtle mt-1 block break-words"
          >
            {note}
          </bdi>
        )}
      </dd>
    </div>
  )
}
