import { type InputHTMLAttributes } from "react"

export function Field({
  label,
  optional = false,
  hint,
  wide = false,
  defaultValue,
  ...input
}: {
  label: string
  optional?: boolean
  hint?: string
  wide?: boolean
  defaultValue?: string | null
} & Omit<InputHTMLAttributes<HTMLInputElement>, "defaultValue">) {
  return (
    <label className={wide ? "field wide" : "field"}>
      <span>
        {label}
        {optional && <small> (optional)</small>}
        {hint && <small> ({hint})</small>}
      </span>
      <input type="text" defaultValue={defaultValue ?? ""} {...input} />
    </label>
  )
}
