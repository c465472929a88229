import { Badge, Checkbox, Hint, Input, Label } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../lib/format"
import { useCurrencies, useRegions } from "../../lib/queries"
import { ErrorText } from "./error-text"
import { SwitchField } from "./switch-field"

type CurrencySelectProps = {
  /** Null: every currency. */
  value: readonly string[] | null
  onChange: (value: string[] | null) => void
  error?: string
}

export function CurrencySelect({
  value,
  onChange,
  error,
}: CurrencySelectProps) {
  const { t } = useTranslation("bpcSettings")
  return (
    <div
      role="group"
      aria-label={t("fields.currencies")}
      tabIndex={-1}
      data-invalid={error !== undefined}
      className="flex flex-col gap-y-3 outline-none"
    >
      <SwitchField
        label={t("accounts.everyCurrency")}
        hint={t("accounts.hint.currencies")}
        checked={value === null}
        onChange={(every) => onChange(every ? null : [])}
      />
      {value !== null && <Choice chosen={value} onChange={onChange} />}
      {error !== undefined && (
        <Hint variant="error" role="alert">
          <ErrorText label={t("fields.currencies")} error={error} />
        </Hint>
      )}
    </div>
  )
}

type ChoiceProps = {
  chosen: readonly string[]
  onChange: (value: string[]) => void
}

function Choice({ chosen, onChange }: ChoiceProps) {
  const { t } = useTranslation("bpcSettings")
  const { currency } = useFormat()
  const [search, setSearch] = useState("")
  const id = useId()
  const ordered = useOfferedCurrencies(chosen)
  const wanted = search.trim().toLowerCase()
  const shown = ordered.filter((code) =>
    `${code} ${currency(code)}`.toLowerCase().includes(wanted)
  )
  const toggle = (code: string, on: boolean) =>
    onChange(on ? [...chosen, code].sort() : chosen.filter((c) => c !== code))

  return (
    <fieldset className="flex flex-col gap-y-2">
      <legend className="txt-compact-small-plus mb-2">
        {t("fields.currencies")}
      </legend>
      <div className="flex flex-wrap gap-1 empty:hidden" aria-live="polite">
        {chosen.map((code) => (
          <Badge key={code} size="2xsmall" color="blue">
            {code}
          </Badge>
        ))}
      </div>
      <Input
        size="small"
        type="search"
        aria-label={t("accounts.searchCurrency")}
        placeholder={t("accounts.searchCurrency")}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
      />
      <div
        style={{ maxHeight: "11rem" }}
        className="bg-ui-bg-field overflow-y-auto rounded-lg border px-3 py-1"
      >
        {shown.map((code) => (
          <div key={code} className="flex items-center gap-x-2 py-1">
            <Checkbox
              id={`${id}-${code}`}
              checked={chosen.includes(code)}
              onCheckedChange={(on) => toggle(code, on === true)}
            />
            <Label htmlFor={`${id}-${code}`} size="small" className="flex-1">
              {code} <span className="text-ui-fg-muted">{currency(code)}</span>
            </Label>
          </div>
        ))}
        {shown.length === 0 && (
          <Hint className="py-2">{t("accounts.noCurrency")}</Hint>
        )}
      </div>
    </fieldset>
  )
}

/** The currencies of the store's regions first: those are the ones that somebody will pay in. */
function useOfferedCurrencies(chosen: readonly string[]): string[] {
  const known = useCurrencies().data ?? []
  const ofRegions = (useRegions().data ?? []).map(({ currency_code }) =>
    currency_code.toUpperCase()
  )
  return [...new Set([...ofRegions.sort(), ...[...known, ...chosen].sort()])]
}
