import { Label, Select } from "@medusajs/ui"
import { useId } from "react"
import { useRefundReasons } from "../../lib/payments"
import { useTexts } from "./use-texts"

/** A select cannot hold an empty value. */
const NONE = "none"

/** Medusa's refund reasons; nothing for a store that has none. */
export function ReasonField({
  value,
  onChange,
}: {
  value: string | undefined
  onChange: (reasonId: string | undefined) => void
}) {
  const { t, direction } = useTexts()
  const { data: reasons = [] } = useRefundReasons()
  const id = useId()
  if (reasons.length === 0) {
    return null
  }
  return (
    <div className="flex flex-col gap-y-2">
      <Label htmlFor={id} size="small" weight="plus">
        {t("drawers.reason")}
      </Label>
      <Select
        dir={direction}
        value={value ?? NONE}
        onValueChange={(chosen) =>
          onChange(chosen === NONE ? undefined : chosen)
        }
      >
        <Select.Trigger id={id}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          <Select.Item value={NONE}>{t("drawers.noReason")}</Select.Item>
          {reasons.map(({ id: reasonId, label }) => (
            <Select.Item key={reasonId} value={reasonId}>
              {label}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
