/** An amount in minor units of a currency with `exponent` digits after the point. */
export type Minor = { minor: number; currency: string; exponent: number }

export function formatMoney(
  { minor, currency, exponent }: Minor,
  locale: string
): string {
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  }).format(minor / 10 ** exponent)
}

const WRITTEN_AMOUNT = /^(\d{1,15}(?:\.(\d{1,4}))?) ([A-Z]{3})$/

/** "1.00 EUR", as the ledger writes amounts into its texts; undefined for any other text. */
export function writtenAmount(text: string): Minor | undefined {
  const [, amount, decimals = "", currency] = WRITTEN_AMOUNT.exec(text) ?? []
  return amount === undefined || currency === undefined
    ? undefined
    : {
        minor: Number(amount.replace(".", "")),
        currency,
        exponent: decimals.length,
      }
}

/** A written amount in the admin's own way; any other text as it is. */
export function localMoney(text: string, locale: string): string {
  const amount = writtenAmount(text)
  return amount ? formatMoney(amount, locale) : text
}

/** The amount as a person would type it into the field: no symbol, no grouping. */
export function toField(
  { minor, exponent }: Omit<Minor, "currency">,
  locale: string
): string {
  return new Intl.NumberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  }).format(minor / 10 ** exponent)
}

export type AmountProblem =
  "required" | "invalid" | "tooPrecise" | "zero" | "tooMuch"

/**
 * Reads what a person typed as an amount in major units.
 *
 * @param rules.most in minor units
 * @returns minor units; or what is wrong. A text that could mean two amounts ("1.234" in German) is invalid.
 */
export function parseAmount(
  text: string,
  rules: { exponent: number; most: number; locale: string }
): { minor: number } | { problem: AmountProblem } {
  const typed = westernDigits(text).replace(/[\s\u00a0\u202f]/g, "")
  if (typed === "") {
    return { problem: "required" }
  }
  const match = /^(\d{1,15})(?:([.,])(\d*))?$/.exec(typed)
  const whole = match?.[1]
  if (!match || whole === undefined) {
    return { problem: "invalid" }
  }
  const fraction = match[3] ?? ""
  if (
    match[2] !== undefined &&
    match[2] !== decimalPoint(rules.locale) &&
    fraction.length === 3
  ) {
    return { problem: "invalid" }
  }
  if (fraction.length > rules.exponent) {
    return { problem: "tooPrecise" }
  }
  const minor = Number(whole + fraction.padEnd(rules.exponent, "0"))
  if (minor === 0) {
    return { problem: "zero" }
  }
  return minor > rules.most ? { problem: "tooMuch" } : { minor }
}

function decimalPoint(locale: string): string | undefined {
  return new Intl.NumberFormat(locale)
    .formatToParts(1.5)
    .find((part) => part.type === "decimal")?.value
}

/** Arabic keyboards type ٠ to ٩ and ٫, Persian ones ۰ to ۹. */
function westernDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/٫/g, ".")
}
