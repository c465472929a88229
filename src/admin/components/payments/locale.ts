/**
 * The locale for Intl behind one of the dashboard's language codes ("enGB", "ptBR", "zhCN", "ar"). Digits stay western, as the
 * dashboard's own dates and amounts have them.
 */
export function intlLocale(language: string): string {
  const tag = language.replace(/([a-z])([A-Z])/g, "$1-$2")
  try {
    return new Intl.Locale(tag, { numberingSystem: "latn" }).toString()
  } catch {
    return "en-u-nu-latn"
  }
}

/** Keeps a value's own direction inside a sentence of the other one (Unicode's isolates). */
export function isolated(value: string): string {
  return `\u2068${value}\u2069`
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 365 * 86_400],
  ["month", 30 * 86_400],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
]

/** "5 minutes ago", "in 3 days"; within a minute, "now". */
export function relativeTime(
  iso: string,
  { now, locale }: { now: number; locale: string }
): string {
  const seconds = (Date.parse(iso) - now) / 1000
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" })
  for (const [unit, length] of UNITS) {
    if (Math.abs(seconds) >= length) {
      return format.format(Math.trunc(seconds / length), unit)
    }
  }
  return format.format(0, "second")
}

export function dateTime(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "medium",
  }).format(new Date(iso))
}

export function shortDateTime(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
  }).format(new Date(iso))
}
