import { MathBN } from "@medusajs/framework/utils"
import { type Money, moneyOf, toMoney } from "../../gateway"
import { type CaptureOnShipment } from "../../modules/bpc/settings"

/** What left the shop of one line of an order. */
export type ShippedItem = {
  /** Major units, of one piece: with its tax, less its share of the discounts. */
  unit: number | string
  ordered: number | string
  /** Pieces in parcels that left and in pick-ups; a cancelled fulfilment does not count. */
  out: number | string
  needsShipping: boolean
}

/** An order of which something has left, at one moment. */
export type ShippedBooks = {
  items: readonly ShippedItem[]
  /** Major units, with tax and discounts. */
  shipping: number | string
  /** What the order still owes: its total less credit lines, less what was captured, plus what was refunded. Never below zero. */
  owed: Money
  /** All that was ever captured for it, whatever went back since. */
  captured: Money
  /** What is held for it with us and not captured, oldest first; `left` may be zero. */
  holds: readonly { paymentId: string; left: Money }[]
  /** What of `owed` nobody is asked for: money that others hold, goods that are on their way back. */
  excused: Money
}

export type CaptureDue = {
  /** `rest`: everything that the hold has left. Each above zero. */
  captures: readonly { paymentId: string; amount: Money; rest: boolean }[]
  /** What has left the shop and is neither captured, nor held, nor excused. */
  unpaid: Money
  /** Something is neither captured nor held, and excused. */
  excused: boolean
}

/**
 * How much is to be captured now, by what has left so far. Pure and total.
 *
 * Amounts are differences of rounded totals: what all parcels capture together is what the order owes, whatever their number. A
 * parcel is compared with all that was ever captured, not with what is left of it after refunds: a refund is a gift or a return, and
 * the next parcel does not take it back. What the order owes is never exceeded.
 */
export function captureDue(
  books: ShippedBooks,
  setting: CaptureOnShipment
): CaptureDue {
  const { currency } = books.owed
  let wanted = setting === "off" ? 0 : wantedNow(books, setting)
  const captures: CaptureDue["captures"][number][] = []
  for (const { paymentId, left } of books.holds) {
    const minor = Math.min(wanted, left.minor)
    if (minor > 0) {
      captures.push({
        paymentId,
        amount: moneyOf(minor, currency),
        rest: minor === left.minor,
      })
      wanted -= minor
    }
  }
  return {
    captures,
    unpaid: moneyOf(Math.max(0, wanted - books.excused.minor), currency),
    excused: wanted > 0 && books.excused.minor > 0,
  }
}

/** Minor units, from zero up to what is owed. */
function wantedNow(
  books: ShippedBooks,
  setting: Exclude<CaptureOnShipment, "off">
): number {
  const { owed, items } = books
  if (!items.some(isOut)) {
    return 0
  }
  if (setting === "whole" || isLastParcel(items)) {
    return owed.minor
  }
  const out = items.reduce(
    (sum, { unit, out }) => MathBN.add(sum, MathBN.mult(unit, out)),
    MathBN.convert(books.shipping)
  )
  const due = toMoney(out, owed.currency)
  // What cannot be counted is left to the last parcel.
  const soFar = due.ok ? due.value.minor - books.captured.minor : 0
  return Math.min(Math.max(0, soFar), owed.minor)
}

/** Nothing is left to ship. What needs no shipping may never be marked as gone, and does not keep the rest from being captured. */
function isLastParcel(items: readonly ShippedItem[]): boolean {
  const physical = items.filter(({ needsShipping }) => needsShipping)
  return (physical.length > 0 ? physical : items).every(({ ordered, out }) =>
    MathBN.gte(out, ordered)
  )
}

function isOut({ out }: ShippedItem): boolean {
  return MathBN.gt(out, 0)
}
