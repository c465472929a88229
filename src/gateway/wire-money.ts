import { type CurrencyCode, type Money, moneyOf, parseCurrency } from "./money"

/** The currency of a wire object; undefined when absent or not one that we can count in. */
export function wireCurrency(value: unknown): CurrencyCode | undefined {
  return typeof value === "string" ? parseCurrency(value.trim()) : undefined
}

/**
 * An amount of a wire object: an integer in minor units (section 4.2). A text is refused even when it consists of digits,
 * because other interfaces write major units that way; guessing here would be wrong by a factor of a hundred.
 */
export function wireMoney(
  value: unknown,
  currency: CurrencyCode | undefined
): Money | undefined {
  if (currency === undefined || typeof value !== "number") {
    return undefined
  }
  return Number.isSafeInteger(value) && value >= 0
    ? moneyOf(value, currency)
    : undefined
}
