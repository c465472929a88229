import { Hint, Label, Switch } from "@medusajs/ui"
import { useId } from "react"
import type { Settings } from "../../../api-schemas/settings"
import type { ValueSource } from "../../../api-schemas/vocabulary"
import { ErrorText } from "./error-text"
import { LockBadge } from "./lock-badge"

type SwitchFieldProps = {
  label: string
  hint?: string
  error?: string
  checked: boolean
  onChange: (checked: boolean) => void
  lock?: { name: keyof Settings; source: ValueSource | undefined }
}

export function SwitchField({
  label,
  hint,
  error,
  checked,
  onChange,
  lock,
}: SwitchFieldProps) {
  const id = useId()
  return (
    <div className="bg-ui-bg-component shadow-elevation-card-rest flex items-start gap-x-3 rounded-lg p-3">
      {/* The dashboard turns its switches round in the same way where text runs from right to left. */}
      <Switch
        id={id}
        dir="ltr"
        className="mt-0.5 shrink-0 rtl:rotate-180"
        checked={checked}
        disabled={lock?.source !== undefined}
        onCheckedChange={onChange}
      />
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Label htmlFor={id} size="small" weight="plus">
            {label}
          </Label>
          {lock?.source && <LockBadge name={lock.name} source={lock.source} />}
        </div>
        {error !== undefined ? (
          <Hint variant="error" role="alert">
            <ErrorText label={label} error={error} />
          </Hint>
        ) : (
          hint && <Hint className="text-pretty">{hint}</Hint>
        )}
      </div>
    </div>
  )
}
