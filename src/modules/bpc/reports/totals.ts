import { type z } from "zod"
import { isDay } from "../../../api-schemas/query"
import { type totalSchema } from "../../../api-schemas/totals"
import { exponentOf, parseCurrency } from "../../../gateway"
import { type Database, sql } from "../database"

type Total = z.output<typeof totalSchema>
type Row = Omit<Total, "exponent" | "net" | "taken" | "refunded"> & {
  taken: string
  refunded: string
}

/** What is asked for; days are those of `timeZone`, and the last one counts with all of it. */
export type TotalsQuery = {
  from: string | undefined
  to: string | undefined
  group: "day" | "month"
  timeZone: string
}

/** Where nobody says since when: a month of days, a year of months. */
const USUAL_PERIOD = { day: "31 days", month: "366 days" } as const

/** What was captured and given back by day or month, account, mode and currency, oldest first; by the moment in which the ledger saw it. */
export async function readTotals(
  database: Database,
  { from, to, group, timeZone }: TotalsQuery
): Promise<Total[]> {
  const since = !from
    ? `now() - interval '${USUAL_PERIOD[group]}'`
    : isDay(from)
      ? "cast(:from as date)::timestamp at time zone :zone"
      : "cast(:from as timestamptz)"
  const until = !to
    ? ""
    : isDay(to)
      ? "and m.at < (cast(:to as date) + 1)::timestamp at time zone :zone"
      : "and m.at <= cast(:to as timestamptz)"
  const rows = await sql<Row>(
    database,
    `select to_char(m.at at time zone :zone, '${group === "day" ? "YYYY-MM-DD" : "YYYY-MM"}') as period, s.account_id, s.mode, s.currency_code,
       coalesce(sum(m.amount) filter (where m.kind = 'capture'), 0) as taken,
       coalesce(sum(m.amount) filter (where m.kind = 'refund'), 0) as refunded,
       count(distinct m.session_id) filter (where m.kind = 'capture')::int as payments,
       count(*) filter (where m.kind = 'refund' and m.amount > 0)::int as refunds
     from bpc_movement m join bpc_session s on s.id = m.session_id
     where m.at >= ${since} ${until}
     group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
    { zone: timeZone, ...(from && { from }), ...(to && { to }) }
  )
  return rows.map((row) => {
    const currency = parseCurrency(row.currency_code)
    const [taken, refunded] = [Number(row.taken), Number(row.refunded)]
    return {
      ...row,
      exponent: currency ? exponentOf(currency) : 2,
      taken,
      refunded,
      net: taken - refunded,
    }
  })
}
