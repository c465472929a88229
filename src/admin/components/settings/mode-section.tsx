import { RadioGroup, Text, clx, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../lib/format"
import { bpc } from "../../lib/client"
import { useAccounts, useChange } from "../../lib/queries"
import type { SettingsAnswer } from "../../../api-schemas/settings"
import { MODES, type Mode } from "../../../api-schemas/vocabulary"
import { columns } from "../layout"
import { Status } from "../status"
import { LockBadge } from "./lock-badge"
import { Section } from "./section"

export function ModeSection({ answer }: { answer: SettingsAnswer }) {
  const { t } = useTranslation("bpcSettings")
  const { direction } = useFormat()
  const { mode } = answer.settings
  const lock = answer.locked.mode
  const accounts = useAccounts()
  const confirm = usePrompt()
  const change = useChange(bpc.saveSettings, {
    onDone: ({ settings }) => toast.success(t(`mode.saved.${settings.mode}`)),
  })

  const choose = async (next: Mode) => {
    if (next === mode) {
      return
    }
    const withoutAccount = !accounts.data?.some(
      (account) => account.mode === "live"
    )
    const sure =
      next === "test" ||
      (await confirm({
        variant: "confirmation",
        title: t("mode.confirm.title"),
        description: [
          t("mode.confirm.text"),
          ...(withoutAccount ? [t("mode.confirm.noAccount")] : []),
        ].join(" "),
        confirmText: t("mode.confirm.go"),
        cancelText: t("actions.cancel"),
      }))
    if (sure) {
      change.mutate({ mode: next })
    }
  }

  return (
    <Section
      anchor="mode"
      title={t("mode.title")}
      description={t("mode.description")}
      actions={
        <div className="flex flex-wrap items-center gap-2">
          {lock && <LockBadge name="mode" source={lock} />}
          <ModeBadge mode={mode} />
        </div>
      }
    >
      <div className="flex flex-col gap-y-3 px-6 py-4">
        {lock ? (
          // Not a choice that is greyed out: in dark mode nobody could read which one is set.
          <div>
            <Text size="small" weight="plus">
              {t(`mode.${mode}`)}
            </Text>
            <Text size="small" className="text-ui-fg-subtle">
              {t(`mode.hint.${mode}`)}
            </Text>
          </div>
        ) : (
          <RadioGroup
            dir={direction}
            value={change.isPending ? change.variables?.mode : mode}
            disabled={change.isPending}
            onValueChange={(next) => void choose(next as Mode)}
            aria-label={t("mode.title")}
            style={columns(14)}
            className="grid gap-3"
          >
            {MODES.map((each) => (
              <RadioGroup.ChoiceBox
                key={each}
                value={each}
                label={t(`mode.${each}`)}
                description={t(`mode.hint.${each}`)}
              />
            ))}
          </RadioGroup>
        )}
        <div
          className={clx(
            "rounded-lg border px-3 py-2",
            mode === "test"
              ? "bg-ui-tag-orange-bg border-ui-tag-orange-border"
              : "bg-ui-tag-green-bg border-ui-tag-green-border"
          )}
        >
          <Text
            size="small"
            className={
              mode === "test"
                ? "text-ui-tag-orange-text"
                : "text-ui-tag-green-text"
            }
          >
            {t(`mode.now.${mode}`)}
          </Text>
        </div>
      </div>
    </Section>
  )
}

export function ModeBadge({ mode }: { mode: Mode }) {
  const { t } = useTranslation("bpcSettings")
  return (
    <Status color={mode === "live" ? "green" : "orange"}>
      {t(`mode.${mode}`)}
    </Status>
  )
}
