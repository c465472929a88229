import BigNumber from "bignumber.js"
import { type CurrencyCode, exponentOf, parseCurrency } from "./currency"
import { err, ok, type Result } from "./result"

export {
  type CurrencyCode,
  exponentOf,
  parseCurrency,
  currencyCodes,
} from "./currency"

/** `minor` is a non-negative safe integer in minor units: 1234 with EUR is 12.34 euros. */
export type Money = Readonly<{ minor: number; currency: CurrencyCode }>

type BigNumberLike = { toFixed(): string; isFinite(): boolean }
type RawDecimal = {
  readonly value: number | string
  readonly [field: string]: unknown
}

/**
 * A decimal amount in major units, in each shape that Medusa passes (`BigNumberInput`): a number, a text, a raw value, a
 * bignumber.js instance, or an object that carries one of these.
 */
export type DecimalInput =
  | number
  | string
  | RawDecimal
  | BigNumberLike
  | { readonly numeric: number; readonly raw?: RawDecimal | undefined }

export type MoneyError = Readonly<{
  reason: "not_a_number" | "negative" | "too_large" | "unknown_currency"
  message: string
}>

/** A constructor of our own: nobody else's `BigNumber.config()` changes how an amount is read or rounded. */
export const Decimal = BigNumber.clone()

/** BigNumber itself would also read "0x10" and "1_000" in some bases; an amount is digits with at most one point. */
const PLAIN_DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,4})?$/i

function decimalText(amount: unknown): string {
  if (typeof amount === "number" || typeof amount === "string") {
    return String(amount).trim()
  }
  if (typeof amount !== "object" || amount === null) {
    return ""
  }
  if ("value" in amount && isScalar(amount.value)) {
    return decimalText(amount.value)
  }
  if (BigNumber.isBigNumber(amount)) {
    return amount.toFixed()
  }
  // The raw value keeps digits that the numeric one (a double) has lost.
  if ("raw" in amount && amount.raw !== null && amount.raw !== undefined) {
    return decimalText(amount.raw)
  }
  if ("numeric" in amount && isScalar(amount.numeric)) {
    return decimalText(amount.numeric)
  }
  return ""
}

function isScalar(value: unknown): value is number | string {
  return typeof value === "number" || typeof value === "string"
}

/**
 * Rounds half up, once, to the currency's minor unit (9.9999 EUR is 1000). Zero is allowed.
 * Refuses what is not a finite number, negative amounts, more than 2^53 - 1 minor units, and currencies that ISO 4217 lacks.
 * @param amount in major units @param currency ISO 4217 code in either case
 */
export function toMoney(
  amount: DecimalInput,
  currency: string
): Result<Money, MoneyError> {
  const code = parseCurrency(currency)
  if (code === undefined) {
    return err({
      reason: "unknown_currency",
      message: `"${currency.slice(0, 16)}" is not an ISO 4217 currency that can be charged.`,
    })
  }
  const text = decimalText(amount)
  if (!PLAIN_DECIMAL.test(text)) {
    return err({
      reason: "not_a_number",
      message: "The amount is not a finite decimal number.",
    })
  }
  const value = new Decimal(text)
  if (value.isLessThan(0)) {
    return err({ reason: "negative", message: "The amount is negative." })
  }
  const scaled = value.shiftedBy(exponentOf(code))
  if (scaled.isGreaterThan(Number.MAX_SAFE_INTEGER)) {
    return err({
      reason: "too_large",
      message: "The amount is larger than can be counted exactly.",
    })
  }
  const minor = scaled.integerValue(Decimal.ROUND_HALF_UP).toNumber()
  return ok({ minor: minor === 0 ? 0 : minor, currency: code })
}

/** @throws RangeError when `minor` is not a non-negative safe integer: a bug of the caller. */
export function moneyOf(minor: number, currency: CurrencyCode): Money {
  if (!Number.isSafeInteger(minor) || minor < 0) {
    throw new RangeError("Money is a non-negative safe integer of minor units.")
  }
  return { minor: minor === 0 ? 0 : minor, currency }
}

/** The exact decimal in major units with all digits of the currency: "12.340" for 12340 fils, "500" for 500 yen. */
export function toDecimal(money: Money): string {
  const exponent = exponentOf(money.currency)
  const digits = String(money.minor).padStart(exponent + 1, "0")
  if (exponent === 0) {
    return digits
  }
  return `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
}

export function sameMoney(a: Money, b: Money): boolean {
  return a.minor === b.minor && a.currency === b.currency
}

/** "12.34 EUR": the same on every server, whatever its locale. */
export function formatMoney(money: Money): string {
  return `${toDecimal(money)} ${money.currency}`
}
