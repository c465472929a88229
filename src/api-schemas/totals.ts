import { z } from "zod"
import { type Asked, queryText } from "./query"
import { MODES, TOTALS_GROUPS } from "./vocabulary"

/** A calendar day of the asked time zone, or a moment; a `to` that is a day is meant with all of it. */
const dayOrMoment = queryText.refine(
  (text) => text === undefined || !Number.isNaN(Date.parse(text)),
  "must be a date such as 2026-11-20"
)

const timeZone = queryText
  .transform((name) => name ?? "UTC")
  .refine(isTimeZone, "must be a time zone such as Europe/Bucharest")

export const totalsQuery = z
  .object({
    from: dayOrMoment,
    to: dayOrMoment,
    group: z
      .enum(TOTALS_GROUPS, `must be one of ${TOTALS_GROUPS.join(", ")}`)
      .default("day"),
    time_zone: timeZone,
  })
  .refine(
    ({ from, to }) => !from || !to || Date.parse(from) <= Date.parse(to),
    { path: ["to"], message: "must not lie before from" }
  )
export type TotalsRequest = Asked<typeof totalsQuery>

/** What came in and went back in one period, of one account, mode and currency; minor units. */
export const totalSchema = z.object({
  /** `2026-11-20`, or `2026-11`. */
  period: z.string(),
  account_id: z.string(),
  mode: z.enum(MODES),
  /** ISO 4217, upper case. */
  currency_code: z.string(),
  /** Digits after the point: 0, 2, 3 or 4. */
  exponent: z.number(),
  taken: z.number(),
  refunded: z.number(),
  net: z.number(),
  /** How many payments something was captured of. */
  payments: z.number(),
  /** How many refunds were made. */
  refunds: z.number(),
})

export const totalsAnswer = z.object({ totals: z.array(totalSchema) })
export type Totals = z.input<typeof totalsAnswer>

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }))
  } catch {
    return false
  }
}
