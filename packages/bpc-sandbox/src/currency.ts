import { code as listed } from "currency-codes"

/** Missing in the package's list: ISO 4217 amendment 176. */
const XCG = { code: "XCG", number: "532", digits: 2 }

function recordOf(code: string) {
  return code === XCG.code ? XCG : listed(code)
}

/** The ISO 4217 code in capitals, or undefined for a word that is no currency. */
export function currencyCode(word: string): string | undefined {
  const record = /^[A-Za-z]{3}$/.test(word)
    ? recordOf(word.toUpperCase())
    : undefined
  return record?.code
}

/** The three digits of ISO 4217: 978 for EUR, 036 for AUD. */
export function currencyNumber(currency: string): string {
  return recordOf(currency)?.number ?? ""
}

/** How many decimals the currency has (ISO 4217). */
export function decimalsOf(currency: string): number {
  return recordOf(currency)?.digits ?? 2
}

/** An amount of minor units as a plain decimal: 1234 of KWD is `1.234`, 500 of JPY is `500`. */
export function decimalOf(minor: number, currency: string): `${number}` {
  const digits = decimalsOf(currency)
  const sign = minor < 0 ? "-" : ""
  const padded = String(Math.abs(minor)).padStart(digits + 1, "0")
  const whole = padded.slice(0, padded.length - digits)
  const part = padded.slice(padded.length - digits)
  return `${sign}${whole}${digits > 0 ? `.${part}` : ""}` as `${number}`
}

/** An amount of minor units as people of that language write it, with the currency's own number of decimals. */
export function formatAmount(
  minor: number,
  currency: string,
  language: string
): string {
  const digits = decimalsOf(currency)
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(decimalOf(minor, currency))
}
