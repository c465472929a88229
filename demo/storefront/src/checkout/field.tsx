import { type InputHTMLAttributes } from "react"

export function Field({
  label,
  optional = false,
  wide = false,
  defaultValue,
  ...input
}: {
  label: string
  optional?: boolean
  wide?: boolean
  defaultValue?: string | null
} & Omit<InputHTMLAttributes<HTMLInputElement>, "defaultValue">) {
  return (
    <label className={wide ? "field wide" : "field"}>
      <span>
        {label}
        {optional && <small> (optional)</small>}
      </span>
      <input type="text" defaultValue={defaultValue ?? ""} {...input} />
    </label>
  )
}
