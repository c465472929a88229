import { Hint, Label, Textarea } from "@medusajs/ui"
import { useId } from "react"
import { LONGEST_NOTE } from "../../../api-schemas/vocabulary"

/** Why a person does what they do, for whoever reads the timeline later. */
export function NoteField({
  label,
  hint,
  complaint,
  required = false,
  value,
  onChange,
}: {
  label: string
  hint: string
  complaint?: string
  required?: boolean
  value: string
  onChange: (note: string) => void
}) {
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label htmlFor={id} size="small" weight="plus">
        {label}
      </Label>
      <Textarea
        id={id}
        rows={3}
        maxLength={LONGEST_NOTE}
        value={value}
        aria-required={required}
        aria-invalid={complaint !== undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <Hint id={`${id}-hint`} variant={complaint ? "error" : "info"}>
        {complaint ?? hint}
      </Hint>
    </div>
  )
}
