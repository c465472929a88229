import { type BenchStore, openStore } from "../bench-store"
import { type Hits } from "../load/jobs"
import { type Kind } from "../load/deliveries"
import { type ChapterReport } from "../report"
import { type Site } from "../site"
import { median, spreadOf } from "../statistics"
import { STRIPE } from "../store/plain"
import { LIMIT_PATH } from "../store-process/limit-route"
import { milliseconds, number, spread } from "../words"

const CONNECTIONS = [1, 10, 50]

type Contender = {
  name: string
  url: string
  kind: Kind
  secret: string
  store: BenchStore
}

/** How many webhooks a second a store takes, and how long each waits. */
export async function webhookRate(site: Site): Promise<ChapterReport> {
  const doors = await openStore(site, { name: "doors", worker: "server" })
  const alone = await openStore(site, { name: "alone" })
  await doors.remote.call("leaveWorkToOthers")
  const contenders = contendersOf(doors, alone)
  const results = new Map<string, Hits[]>()
  try {
    for (const connections of CONNECTIONS) {
      // One round that does not count: code that was never run is slow.
      for (let round = -1; round < site.plan.rounds; round++) {
        for (const contender of rotated(contenders, round)) {
          const hits = await fire(site, contender, connections)
          if (round >= 0) {
            const key = `${connections} ${contender.name}`
            results.set(key, [...(results.get(key) ?? []), hits])
          }
        }
      }
    }
  } finally {
    await alone.close()
    await doors.close()
  }
  return report(contenders, results)
}

const LIMIT = "the limit: a bare route, one insert"
const BARE_MEDUSA = "the same insert in a route of Medusa's, nothing else"
const OURS = "**ours**, stored; another process does the work"
const MEDUSAS = "Medusa's own door (kept in memory only)"
const WHOLE = "**ours**, stored, and the work done by the same process"

function contendersOf(doors: BenchStore, alone: BenchStore): Contender[] {
  const ours = { kind: "bpc", secret: doors.sandbox.webhookSecret } as const
  return [
    { name: LIMIT, url: doors.url + LIMIT_PATH, store: doors, ...ours },
    {
      name: BARE_MEDUSA,
      url: `${doors.url}/bench/medusa`,
      store: doors,
      ...ours,
    },
    { name: OURS, url: `${doors.url}/webhooks/bpc`, store: doors, ...ours },
    {
      name: MEDUSAS,
      url: `${doors.url}/hooks/payment/stripe_stripe`,
      kind: "stripe",
      secret: STRIPE.webhookSecret,
      store: doors,
    },
    { name: WHOLE, url: `${alone.url}/webhooks/bpc`, store: alone, ...ours },
  ]
}

/** Each round begins with another contender: what comes first must not always be the same one's luck. */
function rotated<One>(list: readonly One[], round: number): One[] {
  const shift = (round + list.length) % list.length
  return [...list.slice(shift), ...list.slice(0, shift)]
}

async function fire(
  site: Site,
  { url, kind, secret, store, name }: Contender,
  connections: number
): Promise<Hits> {
  const { seconds } = site.plan
  const shot = { url, kind, secret, connections, seconds }
  const hits = await site.load.call("fire", shot)
  const statuses = Object.keys(hits.statuses)
  if (statuses.join() !== "200") {
    throw new Error(`${name} answered ${statuses.join(", ")}`)
  }
  await store.remote.call("idle", { windows: 2 })
  return hits
}

function report(
  contenders: readonly Contender[],
  results: ReadonlyMap<string, readonly Hits[]>
): ChapterReport {
  const of = (connections: number, name: string) =>
    results.get(`${connections} ${name}`) ?? []
  const rate = (connections: number, name: string) =>
    median(of(connections, name).map(({ perSecond }) => perSecond))
  const rows = CONNECTIONS.flatMap((connections) =>
    contenders.map(({ name }) => {
      const all = of(connections, name)
      return [
        String(connections),
        name,
        spread(spreadOf(all.map(({ perSecond }) => perSecond))),
        milliseconds(median(all.map(({ p50 }) => p50))),
        milliseconds(median(all.map(({ p99 }) => p99))),
        number(rate(connections, name) / rate(connections, LIMIT)),
      ]
    })
  )
  const shares = (one: string, other: string) =>
    CONNECTIONS.map(
      (connections) => rate(connections, one) / rate(connections, other)
    )
  const verdict = (
    other: string,
    words: string,
    target: number,
    why: string
  ) => {
    const all = shares(OURS, other)
    return {
      measure: `webhooks acknowledged a second, as a share of ${words}, at ${CONNECTIONS.join(", ")} connections`,
      target: `at least ${target}`,
      measured: all.map(number).join(", "),
      met: all.every((share) => share >= target),
      why,
    }
  }
  return {
    section: {
      title: "Webhooks acknowledged",
      method:
        "Signed events that the store has never seen, as fast as the connections carry them. Ours verifies the signature, reads the event and stores it before it answers; Medusa's own door (`/hooks/payment/stripe_stripe`) answers 200 to everything, and what it keeps in memory is lost with the process.",
      columns: [
        "connections",
        "door",
        "a second",
        "p50",
        "p99",
        "share of the limit",
      ],
      rows,
      notes: [
        "Load generator, Medusa and PostgreSQL share the machine's cores, for every row alike.",
        "The last door of each group does what the others leave to another process or (Medusa's own door) to a moment five seconds later: it starts a workflow for each event and closes it in the inbox.",
      ],
    },
    verdicts: [
      verdict(
        LIMIT,
        "a bare insert",
        0.85,
        `${OVER_BARE}; a route of Medusa's that does nothing but the bare insert reaches ${shares(BARE_MEDUSA, LIMIT).map(number).join(", ")} of it`
      ),
      verdict(MEDUSAS, "Medusa's own door", 0.7, OVER_MEDUSAS),
    ],
  }
}

const OVER_BARE =
  "ours goes through Medusa's middleware, verifies, parses and redacts, and its insert keeps four indexes more than the bare table's key: those that refuse duplicates, find what is due, and keep the admin's list fast with a million events; the insert by itself, without HTTP, reaches about two thirds of the bare one"
const OVER_MEDUSAS =
  "Medusa's own door stores nothing: what it has answered 200 to is lost with the process"
