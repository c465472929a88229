const HOUR = 3600
const DAY = 24 * HOUR
/**
 * After this long a sale is left alone: refunds in the portal of older payments arrive by webhook or by "check now". Shoppers may dispute
 * a payment for about half a year, and no webhook tells of it.
 */
const WATCH_SECONDS = 180 * DAY
/** A hold ends within weeks. */
const WATCH_HOLD_SECONDS = 90 * DAY
const HELD_SECONDS = 72 * HOUR
/** Medusa may have been killed before its order counted the money; by then it is not on its way any more. */
export const LOOK_AT_UNBOOKED_SECONDS = 75
/** A change of the order that keeps Medusa's books from being completed may stay open for days. */
const LOOK_AT_OPEN_CHANGE_SECONDS = HOUR / 6

type Watched = {
  state: string
  orderId: string | null
  reason: string | null
  createdAt: Date
}

/** What Medusa's order does not count as it is; a `Situation` of core-tables tells it. */
type BooksOfOrder = {
  orderId: string | null
  unbooked: readonly unknown[]
  miscounted: object | null
  misstated: object | null
  missingCredit: string | null
  openChange: string | null
}

/**
 * Seconds until a payment that is through is looked at again: soon while its order does not count its captures and refunds as
 * they are, else as `nextCheckOfSale` says.
 */
export function nextCheckOfBooks(
  row: Watched,
  {
    orderId,
    unbooked,
    miscounted,
    misstated,
    missingCredit,
    openChange,
  }: BooksOfOrder,
  now: Date
): number | null {
  if (orderId !== null && missingCredit !== null) {
    return openChange ? LOOK_AT_OPEN_CHANGE_SECONDS : LOOK_AT_UNBOOKED_SECONDS
  }
  return orderId !== null && (unbooked.length > 0 || miscounted || misstated)
    ? LOOK_AT_UNBOOKED_SECONDS
    : nextCheckOfSale(row, now)
}

/**
 * Seconds until the gateway is asked about a payment that is through, in case something was done in its portal and the webhook got lost, or
 * the bank took the money back: after a day, then each pause half as long again as the payment is old, the last look at the end of the
 * half year; seven calls for each sale, as many as three months of pauses as long as its age would cost. Money held for a person is looked
 * at more often and for three days. Null: no more.
 */
export function nextCheckOfSale(row: Watched, now: Date): number | null {
  const age = Math.max(0, (now.getTime() - row.createdAt.getTime()) / 1000)
  switch (row.state) {
    case "held":
      return age >= HELD_SECONDS ? null : Math.max(HOUR / 6, age / 2)
    case "authorized":
      // A hold ends within weeks, and an order that ships meanwhile needs to know.
      return age >= WATCH_HOLD_SECONDS ? null : DAY
    case "paid":
      return age >= WATCH_SECONDS
        ? null
        : Math.min(Math.max(DAY, 1.5 * age), WATCH_SECONDS - age)
    default:
      return null
  }
}
