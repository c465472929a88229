import {
  type DecimalInput,
  type Money,
  type MoneyError,
  Decimal,
  toDecimal,
  toMoney,
} from "./money"
import { type Result, err, ok } from "./result"

/*
 * Medusa counts decimals of any length, the gateway whole minor units. The two agree as long as the gateway's total is Medusa's
 * total, rounded once; so a part is never rounded by itself, in either direction.
 */

/**
 * What one part of a decimal sum adds to the rounded sum: the only amount that may be sent to the gateway for it. Zero where the
 * part does not reach the next minor unit.
 *
 * @param sum in major units, without and with the part
 */
export function minorPart(
  sum: { before: DecimalInput; after: DecimalInput },
  currency: string
): Result<{ part: Money; total: Money }, MoneyError> {
  const before = toMoney(sum.before, currency)
  const after = toMoney(sum.after, currency)
  if (!before.ok) {
    return before
  }
  if (!after.ok) {
    return after
  }
  const minor = after.value.minor - before.value.minor
  return minor < 0
    ? err({ reason: "negative", message: "The part is negative." })
    : ok({ part: { ...after.value, minor }, total: after.value })
}

/**
 * The decimal under which Medusa books an amount of the gateway's. What completes the rounded whole is all that is left of the
 * decimal one, since Medusa refuses a fraction of a minor unit more and goes on to ask for a fraction less.
 *
 * @param books major units: what Medusa has booked of the `whole` that it may book
 * @returns major units, with every digit
 */
export function decimalPart(
  amount: Money,
  books: { booked: string; whole: string }
): string {
  const booked = toMoney(books.booked, amount.currency)
  const whole = toMoney(books.whole, amount.currency)
  return booked.ok &&
    whole.ok &&
    booked.value.minor + amount.minor === whole.value.minor
    ? new Decimal(books.whole).minus(books.booked).toFixed()
    : toDecimal(amount)
}
