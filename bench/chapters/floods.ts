import { type BenchStore, openStore } from "../bench-store"
import { type Hits } from "../load/jobs"
import { type ChapterReport } from "../report"
import { type Site } from "../site"
import { median, spreadOf } from "../statistics"
import { megabytes, milliseconds, number, spread } from "../words"

const CONNECTIONS = 50
const LINES_A_SECOND = 1
/** Of memory after garbage collection: less than this over all webhooks is noise. */
const GROWTH_LIMIT = 10_000_000

type Flood = {
  hits: Hits[]
  lines: number
  seconds: number
  statements: number
}

/** Forged webhooks refused, and what remains in memory of very many good ones. */
export async function floods(site: Site): Promise<ChapterReport> {
  const store = await openStore(site, { name: "floods" })
  try {
    return report(await forge(site, store), await remember(site, store))
  } finally {
    await store.close()
  }
}

async function forge(site: Site, store: BenchStore): Promise<Flood> {
  const linesBefore = await linesOf(store)
  await store.remote.call("startCounting")
  const start = performance.now()
  const hits: Hits[] = []
  for (let round = -1; round < site.plan.rounds; round++) {
    const one = await site.load.call("fire", {
      url: `${store.url}/webhooks/bpc`,
      kind: "forged",
      secret: "not the secret",
      connections: CONNECTIONS,
      seconds: site.plan.seconds,
    })
    if (Object.keys(one.statuses).join() !== "401") {
      throw new Error(`Forged: ${JSON.stringify(one.statuses)}`)
    }
    if (round >= 0) {
      hits.push(one)
    }
  }
  const seconds = (performance.now() - start) / 1000
  const statements = (await store.remote.call("stopCounting")).length
  return {
    hits,
    lines: (await linesOf(store)) - linesBefore,
    seconds,
    statements,
  }
}

async function linesOf(store: BenchStore): Promise<number> {
  return (await store.log()).split("\n").length
}

type Memory = { count: number; heap: number[]; resident: number[] }

/** Heap and resident memory after each tenth of the webhooks; the first tenth warms up. */
async function remember(site: Site, store: BenchStore): Promise<Memory> {
  const memory: Memory = { count: site.plan.remembered, heap: [], resident: [] }
  for (let tenth = 0; tenth <= 10; tenth++) {
    await site.load.call("fire", {
      url: `${store.url}/webhooks/bpc`,
      kind: "bpc",
      secret: store.sandbox.webhookSecret,
      connections: 10,
      amount: site.plan.remembered / 10,
    })
    await store.remote.call("idle", { windows: 3 })
    const { heapUsed, rss } = await store.remote.call("memory")
    memory.heap.push(heapUsed)
    memory.resident.push(rss)
  }
  return memory
}

function report(flood: Flood, memory: Memory): ChapterReport {
  const { hits, lines, seconds, statements } = flood
  const growth = (values: readonly number[]) =>
    (values.at(-1) ?? 0) - (values[0] ?? 0)
  const heap = growth(memory.heap)
  const each = (values: readonly number[]) =>
    values.map((bytes) => number(bytes / 1_000_000)).join(", ")
  return {
    section: {
      title: "Floods and memory",
      method: `Forged webhooks (a signature with the wrong secret) on ${CONNECTIONS} connections; then ${number(memory.count)} good ones on 10, each stored and worked on by the same process, after a tenth more that warms it up.`,
      columns: ["", ""],
      rows: [
        [
          "forged webhooks refused with 401, a second",
          spread(spreadOf(hits.map(({ perSecond }) => perSecond))),
        ],
        [
          "… p50, p99",
          `${number(median(hits.map(({ p50 }) => p50)))}, ${milliseconds(median(hits.map(({ p99 }) => p99)))}`,
        ],
        [`… lines in the log, in ${number(seconds)} s of it`, String(lines)],
        [
          "… statements, the job's own and settings included",
          String(statements),
        ],
        [
          `heap after garbage collection, MB, at each tenth of ${number(memory.count)} webhooks`,
          each(memory.heap),
        ],
        ["resident memory, MB, at the same moments", each(memory.resident)],
      ],
    },
    verdicts: [
      {
        measure: "lines that a flood of forged webhooks writes to the log",
        target: `at most ${LINES_A_SECOND} a second`,
        measured: `${lines} in ${number(seconds)} s`,
        met: lines <= seconds * LINES_A_SECOND,
      },
      {
        measure: `heap growth over ${number(memory.count)} webhooks`,
        target: `none (under ${megabytes(GROWTH_LIMIT)})`,
        measured: megabytes(heap),
        met: heap < GROWTH_LIMIT,
      },
    ],
  }
}
