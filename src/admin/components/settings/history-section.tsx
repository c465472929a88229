import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../lib/format"
import { useAudit } from "../../lib/queries"
import type { AuditEntry } from "../../../api-schemas/audit"
import { HistoryValue } from "./history-value"
import { basis } from "../layout"
import { Section } from "./section"
import { Empty, LoadError, Loading } from "./states"

const PAGE = 10

export function HistorySection() {
  const { t } = useTranslation("bpcSettings")
  const audit = useAudit(PAGE)
  const entries = audit.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <Section
      anchor="history"
      title={t("history.title")}
      description={t("history.description")}
    >
      {audit.isPending && <Loading lines={4} />}
      {audit.isError && <LoadError error={audit.error} retry={audit.refetch} />}
      {audit.isSuccess && entries.length === 0 && (
        <Empty>{t("history.none")}</Empty>
      )}
      {entries.length > 0 && (
        <ul className="divide-y">
          {entries.map((entry) => (
            <Entry key={entry.id} {...entry} />
          ))}
        </ul>
      )}
      {audit.hasNextPage && (
        <div className="flex justify-center px-6 py-4">
          <Button
            size="small"
            variant="secondary"
            isLoading={audit.isFetchingNextPage}
            onClick={() => void audit.fetchNextPage()}
          >
            {t("history.more")}
          </Button>
        </div>
      )}
    </Section>
  )
}

function Entry({ at, actor, subject, field, from, to }: AuditEntry) {
  const { t, i18n } = useTranslation("bpcSettings")
  const { dateTime } = useFormat()
  const account = subject.match(/^account (.*)$/)?.[1]
  // That a deleted account was "there" before goes without saying.
  const before = field === "account" ? null : from
  const known = i18n.exists(`fields.${field}`, { ns: "bpcSettings" })
  return (
    <li className="flex flex-wrap justify-between gap-x-4 gap-y-1 px-6 py-3">
      <div className="min-w-0 flex-1" style={basis(16)}>
        <Text size="small" weight="plus">
          {account
            ? t("history.account", { name: account })
            : subject === "settings"
              ? t("history.settings")
              : subject}
          {" · "}
          {known ? t(`fields.${field}`) : field}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {before !== null && <HistoryValue field={field} value={before} />}
          {before !== null && to !== null && (
            <span
              aria-label={t("history.to")}
              role="img"
              className="mx-2 inline-block rtl:rotate-180"
            >
              →
            </span>
          )}
          {to !== null && <HistoryValue field={field} value={to} />}
        </Text>
      </div>
      <div className="text-ui-fg-subtle min-w-0">
        <Text size="small" className="break-words">
          {actor === "system" ? t("history.system") : actor}
        </Text>
        <Text size="xsmall" className="text-ui-fg-muted">
          {dateTime(at)}
        </Text>
      </div>
    </li>
  )
}
