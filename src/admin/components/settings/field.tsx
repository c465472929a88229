import { Hint, Label } from "@medusajs/ui"
import { type ReactNode, useId } from "react"
import { useTranslation } from "react-i18next"
import type { Settings } from "../../../api-schemas/settings"
import type { ValueSource } from "../../../api-schemas/vocabulary"
import { ErrorText } from "./error-text"
import { LockBadge } from "./lock-badge"

export type ControlProps = {
  id: string
  disabled: boolean
  "aria-invalid": boolean
  "aria-describedby": string | undefined
}

type FieldProps = {
  label: string
  hint?: ReactNode
  optional?: boolean
  /** The API's complaint, without the field's name. */
  error?: string
  lock?: { name: keyof Settings; source: ValueSource | undefined }
  children: (control: ControlProps) => ReactNode
}

/** A label, its control, and below it the hint or what the API says is wrong. */
export function Field({
  label,
  hint,
  optional,
  error,
  lock,
  children,
}: FieldProps) {
  const { t } = useTranslation("bpcSettings")
  const id = useId()
  const note = `${id}-note`
  return (
    <div className="flex flex-col gap-y-1.5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Label htmlFor={id} size="small" weight="plus">
          {label}
        </Label>
        {optional && (
          <span className="txt-compact-small text-ui-fg-muted">
            ({t("optional")})
          </span>
        )}
        {lock?.source && <LockBadge name={lock.name} source={lock.source} />}
      </div>
      {children({
        id,
        disabled: lock?.source !== undefined,
        "aria-invalid": error !== undefined,
        "aria-describedby": (error ?? hint) ? note : undefined,
      })}
      {error !== undefined ? (
        <Hint id={note} variant="error" role="alert" className="min-w-0">
          <ErrorText label={label} error={error} />
        </Hint>
      ) : (
        hint && (
          <Hint id={note} className="text-pretty">
            {hint}
          </Hint>
        )
      )}
    </div>
  )
}
