import { CheckCircleSolid } from "@medusajs/icons"
import { Button, Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { type SetupStep } from "../../lib/readiness"
import type { Mode } from "../../../api-schemas/vocabulary"
import { basis } from "../layout"

/** The part of the page in which a step is done. */
const ANCHORS: Record<SetupStep["name"], string> = {
  key: "health",
  account: "add-account",
  connection: "accounts",
  webhook: "webhooks",
  region: "regions",
}

type ChecklistStepProps = {
  step: SetupStep
  number: number
  /** The first one that is not done. */
  current: boolean
  mode: Mode
}

export function ChecklistStep({
  step: { name, done },
  number,
  current,
  mode,
}: ChecklistStepProps) {
  const { t } = useTranslation("bpcSettings")
  return (
    <li
      aria-current={current ? "step" : undefined}
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-6 py-3"
    >
      <div
        className="flex min-w-0 max-w-2xl flex-1 items-start gap-x-3"
        style={basis(16)}
      >
        {done ? (
          <CheckCircleSolid
            aria-label={t("steps.done")}
            className="text-ui-tag-green-icon mt-0.5 size-5 shrink-0"
          />
        ) : (
          <span
            aria-hidden
            className={clx(
              "txt-compact-xsmall-plus mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-full border",
              current
                ? "bg-ui-button-inverted text-ui-fg-on-inverted border-transparent"
                : "text-ui-fg-muted"
            )}
          >
            {number}
          </span>
        )}
        <div className="min-w-0">
          <Text
            size="small"
            weight={current ? "plus" : "regular"}
            className={done ? "text-ui-fg-muted" : undefined}
          >
            {t(`steps.${name}.title`, { mode: t(`mode.${mode}`) })}
          </Text>
          {current && (
            <Text size="small" className="text-ui-fg-subtle text-pretty">
              {t(`steps.${name}.text`)}
            </Text>
          )}
        </div>
      </div>
      {current && (
        <Button size="small" asChild>
          <Link to={`#${ANCHORS[name]}`}>{t(`steps.${name}.go`)}</Link>
        </Button>
      )}
    </li>
  )
}
