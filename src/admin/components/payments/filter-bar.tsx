import { Button, DatePicker, Input, Select, Text } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { MODES } from "../../../api-schemas/vocabulary"
import { basis } from "../layout"
import {
  LIST_STATES,
  REFUSALS,
  type ListFilters,
  fromDay,
  isBadPeriod,
  isFiltered,
  toDay,
} from "./list-filters"
import { useTexts } from "./use-texts"

export type FilterChange = Partial<
  Record<keyof ListFilters, string | undefined>
>

const ALL = "all"

export function FilterBar({
  filters,
  onChange,
}: {
  filters: ListFilters
  onChange: (change: FilterChange) => void
}) {
  const { t } = useTexts()
  return (
    <div className="flex flex-col gap-2 px-6 py-4">
      <div className="flex flex-wrap gap-2">
        <div className="flex-1" style={basis(15)}>
          <SearchField
            value={filters.q}
            onSearch={(q) => onChange({ q: q || undefined })}
          />
        </div>
        <div className="flex flex-1 gap-2" style={basis(17)}>
          <Choice
            name={t("filter.state")}
            all={t("filter.allStates")}
            value={filters.state}
            options={LIST_STATES.map((state) => ({
              value: state,
              label: t(`state.${state}`),
            }))}
            onChange={(state) => onChange({ state })}
          />
          <Choice
            name={t("filter.mode")}
            all={t("filter.allModes")}
            value={filters.mode}
            options={MODES.map((mode) => ({
              value: mode,
              label: t(`mode.${mode}`),
            }))}
            onChange={(mode) => onChange({ mode })}
          />
        </div>
        <div className="flex flex-1 gap-2" style={basis(10)}>
          <Choice
            name={t("decline.filter")}
            all={t("decline.all")}
            value={filters.decline}
            options={REFUSALS.map((one) => ({
              value: one,
              label: t("decline.refused", { name: t(`decline.name.${one}`) }),
            }))}
            onChange={(decline) => onChange({ decline })}
          />
        </div>
        <div className="flex min-w-0 flex-1 flex-wrap gap-2" style={basis(24)}>
          <Day
            name={t("filter.from")}
            value={filters.from}
            onChange={(from) => onChange({ from })}
          />
          <Day
            name={t("filter.to")}
            value={filters.to}
            onChange={(to) => onChange({ to })}
          />
        </div>
      </div>
      {isBadPeriod(filters) && (
        <Text size="small" className="text-ui-fg-error" role="alert">
          {t("filter.badPeriod")}
        </Text>
      )}
      {isFiltered(filters) && (
        <Button
          size="small"
          variant="transparent"
          className="text-ui-fg-muted self-end"
          onClick={() =>
            onChange({
              q: undefined,
              state: undefined,
              mode: undefined,
              decline: undefined,
              from: undefined,
              to: undefined,
            })
          }
        >
          {t("filter.clear")}
        </Button>
      )}
    </div>
  )
}

/** Searches a moment after the last key, so that a typed word is one question and not five. */
function SearchField({
  value,
  onSearch,
}: {
  value: string
  onSearch: (text: string) => void
}) {
  const { t } = useTexts()
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  useEffect(() => {
    const wanted = text.trim()
    if (wanted === value) {
      return
    }
    const timer = setTimeout(() => onSearch(wanted), 350)
    return () => clearTimeout(timer)
  }, [text, value, onSearch])
  return (
    <Input
      type="search"
      size="small"
      value={text}
      placeholder={t("filter.search")}
      aria-label={t("filter.search")}
      onChange={(event) => setText(event.target.value)}
    />
  )
}

function Choice({
  name,
  all,
  value,
  options,
  onChange,
}: {
  name: string
  all: string
  value: string | undefined
  options: { value: string; label: string }[]
  onChange: (value: string | undefined) => void
}) {
  return (
    <div className="min-w-0 flex-1">
      <Select
        size="small"
        value={value ?? ALL}
        onValueChange={(chosen) =>
          onChange(chosen === ALL ? undefined : chosen)
        }
      >
        <Select.Trigger aria-label={name}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          <Select.Item value={ALL}>{all}</Select.Item>
          {options.map((option) => (
            <Select.Item key={option.value} value={option.value}>
              {option.label}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}

function Day({
  name,
  value,
  onChange,
}: {
  name: string
  value: string | undefined
  onChange: (day: string | undefined) => void
}) {
  return (
    <div className="flex flex-1 items-center gap-x-2" style={basis(11.5)}>
      <Text
        size="small"
        leading="compact"
        className="text-ui-fg-muted shrink-0"
        style={{ minWidth: "2.25rem" }}
      >
        {name}
      </Text>
      <div className="min-w-0 flex-1">
        <DatePicker
          size="small"
          aria-label={name}
          granularity="day"
          value={fromDay(value)}
          onChange={(date) => onChange(date ? toDay(date) : undefined)}
        />
      </div>
    </div>
  )
}
