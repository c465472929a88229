import { z } from "zod"

/** A text of the query string; undefined when absent, empty or repeated. */
export const queryText = z
  .unknown()
  .transform((value) =>
    typeof value === "string" ? value.trim() || undefined : undefined
  )

/** One of a closed list. */
export const queryChoice = <const Value extends string>(
  values: readonly Value[]
) =>
  queryText.pipe(
    z.enum(values, `must be one of ${values.join(", ")}`).optional()
  )

export const queryFlag = queryChoice(["true", "false"]).transform((word) =>
  word === undefined ? undefined : word === "true"
)

export const queryDate = queryText
  .transform((text) => (text === undefined ? undefined : new Date(text)))
  .refine(
    (date) => date === undefined || !Number.isNaN(date.getTime()),
    "must be a date such as 2026-11-20"
  )

const DAY = /^\d{4}-\d{2}-\d{2}$/
const LAST_MOMENT_MS = 86_400_000 - 1

/** Whether a text names a day and no moment of it. */
export function isDay(text: string): boolean {
  return DAY.test(text)
}

/** The end of a period: a day counts with all of it (UTC), a moment with its millisecond. */
export const queryUntil = queryText
  .transform((text) =>
    text === undefined
      ? undefined
      : new Date(new Date(text).getTime() + (isDay(text) ? LAST_MOMENT_MS : 0))
  )
  .refine(
    (date) => date === undefined || !Number.isNaN(date.getTime()),
    "must be a date such as 2026-11-20"
  )

/** How a list is paged; first in a query, so that its complaint comes first. */
export const page = {
  limit: queryText
    .transform((text) => Number(text ?? 20))
    .refine(
      (limit) => Number.isInteger(limit) && limit >= 1 && limit <= 100,
      "must be a whole number from 1 to 100"
    ),
  cursor: queryText,
}

/** A query as a caller writes it. */
export type Asked<Query extends z.ZodType> = {
  [Name in keyof z.output<Query>]?: z.output<Query>[Name] extends
    Date | undefined
    ? string
    : z.output<Query>[Name]
}
