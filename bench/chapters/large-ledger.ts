import { Clerk } from "../../integration-tests/support/clerk"
import { toCursor } from "../../src/modules/bpc/database"
import { type BenchStore } from "../bench-store"
import { type ChapterReport } from "../report"
import { type Site } from "../site"
import { median, percentile, spreadOf } from "../statistics"
import { type Tick } from "../store-process/jobs"
import { milliseconds, number, spread } from "../words"
import { openLedgers } from "./ledgers"

const DUE = 50
const TICK_TARGET_MS = 5
const ROW = "bpcses_"

type Sizes = { small: number[]; large: number[] }

/** What grows with the shop: the job's tick, and the admin's list of payments. */
export async function largeLedger(site: Site): Promise<ChapterReport> {
  const ledgers = await openLedgers(site)
  try {
    const ticks = { small: [] as Tick[], large: [] as Tick[] }
    for (let round = -1; round < site.plan.rounds * 2; round++) {
      for (const size of ["small", "large"] as const) {
        const tick = await tickWithDue(ledgers[size])
        if (round >= 0) {
          ticks[size].push(tick)
        }
      }
    }
    const pages = new Map<string, Sizes>()
    const clerks = {
      small: await Clerk.logIn(ledgers.small),
      large: await Clerk.logIn(ledgers.large),
    }
    for (let round = -1; round < site.plan.pages; round++) {
      for (const size of ["small", "large"] as const) {
        for (const [name, query] of pagesOf(ledgers.rows[size])) {
          const took = await timed(clerks[size], query)
          const times = pages.get(name) ?? { small: [], large: [] }
          if (round >= 0) {
            times[size].push(took)
          }
          pages.set(name, times)
        }
      }
    }
    return report(ledgers.rows, ticks, pages)
  } finally {
    await ledgers.close()
  }
}

/** Exactly fifty open payments are due. */
async function tickWithDue(store: BenchStore): Promise<Tick> {
  await store.sql(
    `update bpc_session set next_check_at = now() + interval '1 day' where next_check_at is not null`
  )
  await store.sql(
    `update bpc_event set next_attempt_at = now() + interval '1 day' where next_attempt_at is not null`
  )
  await store.sql(
    `update bpc_session set next_check_at = now() - interval '1 second', expires_at = now() + interval '20 minutes', state = 'open', retired_at = null, reason = null,
       account_id = 'options', mode = 'test', order_id = null, captured = 0, refunded = 0, claims_collection = false
     where id = any(array(select id from bpc_session order by created_at desc limit ${DUE}))`
  )
  return store.remote.call("tick")
}

/** A query of the payments page, each in the middle of what there is. */
function pagesOf(rows: number): [string, string][] {
  const deep = Math.floor(rows / 10)
  const minutesAgo = rows - deep
  const cursor = toCursor({
    at: new Date(Date.now() - minutesAgo * 60_000),
    id: `${ROW}${String(deep).padStart(8, "0")}`,
  })
  return [
    ["first page", "?limit=20"],
    ["deep page (nine tenths down)", `?limit=20&cursor=${cursor}`],
    ["search: e-mail", `?limit=20&q=shopper${deep + 1}@example.com`],
    ["search: order number", `?limit=20&q=%23${deep + 1}`],
    ["search: nobody", "?limit=20&q=no_such_thing"],
    ["filter: held", "?limit=20&state=held"],
  ]
}

async function timed(clerk: Clerk, query: string): Promise<number> {
  const start = performance.now()
  const { status } = await clerk.call("GET", `/admin/bpc/sessions${query}`)
  if (status !== 200) {
    throw new Error(`The payments page answered ${status} to ${query}`)
  }
  return performance.now() - start
}

function report(
  rows: { small: number; large: number },
  ticks: { small: Tick[]; large: Tick[] },
  pages: ReadonlyMap<string, Sizes>
): ChapterReport {
  const of = (size: "small" | "large", what: keyof Tick) =>
    ticks[size].map((tick) => tick[what])
  const tickRow = (name: string, what: keyof Tick, unit: string) => [
    `tick of the job, ${DUE} payments due: ${name}`,
    `${spread(spreadOf(of("small", what)))}${unit}`,
    `${spread(spreadOf(of("large", what)))}${unit}`,
  ]
  const pageRows = [...pages].map(([name, { small, large }]) => [
    `payments page, ${name}: p50, p99`,
    `${number(median(small))}, ${milliseconds(percentile(small, 99))}`,
    `${number(median(large))}, ${milliseconds(percentile(large, 99))}`,
  ])
  const take = median(of("large", "takeMs"))
  const all = [...pages.values()].flatMap(({ large }) => median(large))
  return {
    section: {
      title: "A large ledger",
      method: `The same store with ${number(rows.small)} and with ${number(rows.large)} payments (and as many events, timeline entries and orders as go with them), in turns. The gateway is a mock that answers at once. The pages are asked for over HTTP, as the admin does.`,
      columns: [
        "",
        `${number(rows.small)} payments`,
        `${number(rows.large)} payments`,
      ],
      rows: [
        tickRow("finding and taking them", "takeMs", " ms"),
        tickRow("all statements, summed", "databaseMs", " ms"),
        tickRow("statements", "statements", ""),
        tickRow("from start to end", "milliseconds", " ms"),
        ...pageRows,
      ],
      notes: [
        "The sum over statements counts waiting as well: four payments are worked on at once.",
      ],
    },
    verdicts: [
      {
        measure: `finding the ${DUE} due payments of ${number(rows.large)}`,
        target: `under ${TICK_TARGET_MS} ms of database`,
        measured: milliseconds(take),
        met: take < TICK_TARGET_MS,
        why: "it also moves the time of each row that it finds, so fifty rows and their indexes are written",
      },
      {
        measure: `the payments page with ${number(rows.large)} payments, slowest of its queries (p50)`,
        target: "under 50 ms",
        measured: milliseconds(Math.max(...all)),
        met: Math.max(...all) < 50,
      },
    ],
  }
}
