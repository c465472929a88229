export function Quantity({
  label,
  value,
  max = 99,
  disabled = false,
  onChange,
}: {
  label: string
  value: number
  max?: number
  disabled?: boolean
  onChange: (value: number) => void
}) {
  return (
    <div className="quantity" role="group" aria-label={label}>
      <button
        type="button"
        aria-label="One less"
        disabled={disabled || value <= 1}
        onClick={() => onChange(value - 1)}
      >
        −
      </button>
      <output>{value}</output>
      <button
        type="button"
        aria-label="One more"
        disabled={disabled || value >= max}
        onClick={() => onChange(value + 1)}
      >
        +
      </button>
    </div>
  )
}
