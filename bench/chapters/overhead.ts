import { type BenchStore, openStore } from "../bench-store"
import { type ChapterReport, type Verdict } from "../report"
import { type Site } from "../site"
import { median, percentile } from "../statistics"
import { CALLERS, type Measured, type Who } from "../store-process/calls"
import { type What } from "../store-process/caller"
import { microseconds, number } from "../words"

const WHATS: readonly What[] = ["initiatePayment", "getPaymentStatus"]
const NAMES: Record<Who, string> = {
  rawToBpc: "bare kept-alive call to BPC's mock",
  bpcClient: "our gateway client alone",
  bpcProvider: "**our provider**, with its ledger",
  rawToStripe: "bare kept-alive call to Stripe's mock",
  stripeProvider: "payment-stripe's provider",
}
const RAW: Record<Who, Who> = {
  rawToBpc: "rawToBpc",
  bpcClient: "rawToBpc",
  bpcProvider: "rawToBpc",
  rawToStripe: "rawToStripe",
  stripeProvider: "rawToStripe",
}
const POOL = 16
const BURST = { calls: 1000, atOnce: 50 }

type Figures = { wall: number; p99: number; cpu: number; database: number }

/** What a provider's own work costs, beyond the call to the gateway that it makes. */
export async function overhead(site: Site): Promise<ChapterReport> {
  const store = await openStore(site, {
    name: "overhead",
    worker: "server",
    mock: true,
  })
  try {
    const figures = await measureAll(site, store)
    const ours = await socketsOf(site, store, "bpcProvider")
    const stripes = await socketsOf(site, store, "stripeProvider")
    return report(figures, { ours, stripes })
  } finally {
    await store.close()
  }
}

async function measureAll(site: Site, store: BenchStore) {
  const { plan, mock } = site
  const measured = new Map<string, Measured[]>()
  // Two rounds that do not count: code that was never run is slow.
  for (let round = -2; round < plan.rounds * 2; round++) {
    for (const what of WHATS) {
      for (const who of round % 2 ? CALLERS : [...CALLERS].reverse()) {
        const one = await store.remote.call("measureCalls", {
          who,
          what,
          calls: plan.calls,
          port: mock.port,
        })
        if (round >= 0) {
          const key = `${what} ${who}`
          measured.set(key, [...(measured.get(key) ?? []), one])
        }
      }
    }
  }
  return (what: What, who: Who): Figures => {
    const all = measured.get(`${what} ${who}`) ?? []
    const walls = all.flatMap(({ wall }) => wall)
    return {
      wall: median(walls),
      p99: percentile(walls, 99),
      cpu: median(all.map(({ cpu }) => cpu)),
      database: median(all.map(({ database }) => database)),
    }
  }
}

/** Connections that the mock took while a thousand calls were made, fifty at once. */
async function socketsOf(
  { mock }: Site,
  store: BenchStore,
  who: Who
): Promise<number> {
  const before = mock.connections()
  await store.remote.call("runCalls", {
    who,
    what: "getPaymentStatus",
    port: mock.port,
    ...BURST,
  })
  return mock.connections() - before
}

function report(
  figures: (what: What, who: Who) => Figures,
  sockets: { ours: number; stripes: number }
): ChapterReport {
  const over = (what: What, who: Who): { wall: number; cpu: number } => {
    const [one, raw] = [figures(what, who), figures(what, RAW[who])]
    return { wall: one.wall - raw.wall, cpu: one.cpu - raw.cpu }
  }
  const rows = WHATS.flatMap((what) =>
    CALLERS.map((who) => {
      const { wall, p99, cpu, database } = figures(what, who)
      const isRaw = RAW[who] === who
      const more = over(what, who)
      return [
        `\`${what}\``,
        NAMES[who],
        microseconds(wall),
        microseconds(p99),
        microseconds(cpu),
        isRaw ? "" : microseconds(more.wall),
        isRaw ? "" : microseconds(more.cpu),
        database > 0 ? microseconds(database) : "",
      ]
    })
  )
  const verdicts = WHATS.map((what): Verdict => {
    const [ours, stripes] = [
      over(what, "bpcProvider"),
      over(what, "stripeProvider"),
    ]
    const client = over(what, "bpcClient")
    return {
      measure: `\`${what}\` beyond the bare call, wall and CPU`,
      target: `no more than payment-stripe's ${number(stripes.wall)} and ${microseconds(stripes.cpu)}`,
      measured: `${number(ours.wall)} and ${microseconds(ours.cpu)}`,
      met: ours.wall <= stripes.wall && ours.cpu <= stripes.cpu,
      why: `our gateway client alone adds ${number(client.wall)} and ${microseconds(client.cpu)}; the rest is the ledger (${what === "initiatePayment" ? "the checkout is read, a row written before the gateway is called, the page after it: three statements" : "the row is looked up: one statement"}), which payment-stripe does not have and which is what keeps money from getting lost`,
    }
  })
  return {
    section: {
      title: "What a provider's call costs",
      method:
        "Medusa's payment providers, called inside one Medusa process, one call after the other, against mock gateways in another process that answer at once; beside each, the barest call that Node can make to the same mock.",
      columns: [
        "call",
        "through",
        "p50",
        "p99",
        "CPU",
        "over bare, p50",
        "over bare, CPU",
        "of it waiting for PostgreSQL",
      ],
      rows,
      notes: [
        `Sockets opened for ${number(BURST.calls)} calls, ${BURST.atOnce} at once: ours ${sockets.ours} (never more than ${POOL}, so that the gateway's limit on concurrent calls is kept), payment-stripe ${sockets.stripes}.`,
        "A real gateway answers in 50 to 500 ms: all of this is a small part of a checkout.",
      ],
    },
    verdicts: [
      ...verdicts,
      {
        measure: `sockets opened for ${number(BURST.calls)} gateway calls, ${BURST.atOnce} at once`,
        target: `no more than the pool of ${POOL}`,
        measured: String(sockets.ours),
        met: sockets.ours <= POOL,
      },
    ],
  }
}
