import { readFileSync } from "node:fs"
import { data as iso4217 } from "currency-codes"

declare const brand: unique symbol

/** An ISO 4217 code in upper case that has a minor unit. Made only by `parseCurrency`. */
export type CurrencyCode = string & { readonly [brand]: "CurrencyCode" }

/**
 * Exponents come from the `currency-codes` package. It writes "no minor unit" (gold, special drawing rights, test codes) as
 * 0 digits, like yen; the ISO list that ships inside the same package tells them apart with "N.A.".
 */
const withoutMinorUnit: ReadonlySet<string> = new Set(
  readFileSync(require.resolve("currency-codes/iso-4217-list-one.xml"), "utf8")
    .split("<CcyNtry>")
    .filter((entry) => entry.includes("<CcyMnrUnts>N.A.</CcyMnrUnts>"))
    .map((entry) => /<Ccy>([A-Z]{3})<\/Ccy>/.exec(entry)?.[1] ?? "")
)

/**
 * What the package's list (published 2024-06-25) lacks: XCG, in Curaçao and Sint Maarten since 2025, and HRK, whose sales may still be
 * refunded. A currency that a later list drops moves here, so that old payments stay readable: money.spec.ts holds all of them.
 */
const BESIDE_THE_LIST = [
  { code: "XCG", number: "532", digits: 2 },
  { code: "HRK", number: "191", digits: 2 },
]
const known = [...iso4217, ...BESIDE_THE_LIST]

const numbers: ReadonlyMap<string, number> = new Map(
  known.map(({ code, number }) => [code, Number(number)])
)

const exponents: ReadonlyMap<string, number> = new Map(
  known
    .filter(({ code }) => !withoutMinorUnit.has(code))
    .map(({ code, digits }) => [code, digits])
)

function isCurrencyCode(code: string): code is CurrencyCode {
  return exponents.has(code)
}

/** The currency of a three-letter code in either case; undefined for what ISO 4217 lacks or gives no minor unit. */
export function parseCurrency(code: string): CurrencyCode | undefined {
  // Not toLocaleUpperCase: a Turkish server would turn "inr" into a code that does not exist.
  const upper = code.toUpperCase()
  return isCurrencyCode(upper) ? upper : undefined
}

/** Decimal digits of the currency's minor unit: 0 for JPY, 2 for EUR, 3 for KWD, 4 for CLF. */
export function exponentOf(currency: CurrencyCode): number {
  const digits = exponents.get(currency)
  if (digits === undefined) {
    throw new RangeError(`${currency} is not a currency with a minor unit.`)
  }
  return digits
}

/** The ISO 4217 number: 978 for EUR, 36 for AUD. */
export function numberOf(currency: CurrencyCode): number {
  const number = numbers.get(currency)
  if (number === undefined || !Number.isInteger(number)) {
    throw new RangeError(`${currency} is not a currency with a number.`)
  }
  return number
}

/** Every currency that `parseCurrency` knows. */
export const currencyCodes: readonly CurrencyCode[] = [
  ...exponents.keys(),
].filter(isCurrencyCode)
