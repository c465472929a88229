import { moneyOf, parseCurrency, toDecimal } from "../../../gateway"
import { type DecimalCell } from "./csv"

/** @param minor digits, below zero for what was taken back; PostgreSQL's bigint arrives as text */
export function decimalCell(minor: string, code: string): DecimalCell {
  const currency = parseCurrency(code)
  const amount = Number(minor)
  const sign = amount < 0 ? "-" : ""
  return {
    decimal: currency
      ? sign + toDecimal(moneyOf(Math.abs(amount), currency))
      : minor,
  }
}
