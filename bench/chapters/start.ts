import { execFileSync } from "node:child_process"
import { join } from "node:path"
import { MEDUSA_CLI } from "../../demo/runner/paths"
import { freePort } from "../../demo/runner/ports"
import { failureOf } from "../../demo/runner/processes"
import { prepareSurroundings } from "../../integration-tests/support/surroundings"
import { storeEnvironment } from "../bench-store"
import { type ChapterReport } from "../report"
import { type Site } from "../site"
import { median, spreadOf } from "../statistics"
import { megabytes, milliseconds, number, spread } from "../words"

type Boot = { milliseconds: number; resident: number }

const KINDS = {
  plain: { folder: "plain-store", stripe: false },
  stripe: { folder: "plain-store", stripe: true },
  ours: { folder: "installed-store", stripe: false },
} as const
type Kind = keyof typeof KINDS
const NAMES: Record<Kind, string> = {
  plain: "Medusa alone",
  stripe: "Medusa with payment-stripe",
  ours: "Medusa with **ours**",
}

/** `medusa start` until it answers, and the memory it then has. */
export async function start(site: Site): Promise<ChapterReport> {
  const surroundings = await prepareSurroundings()
  const boots: Record<Kind, Boot[]> = { plain: [], stripe: [], ours: [] }
  try {
    for (let round = -1; round < site.plan.boots; round++) {
      for (const kind of Object.keys(KINDS) as Kind[]) {
        const one = await boot(site, kind)
        if (round >= 0) {
          boots[kind].push(one)
        }
      }
    }
  } finally {
    await surroundings.close()
  }
  return report(boots)
}

async function boot(site: Site, kind: Kind): Promise<Boot> {
  const port = await freePort()
  const { folder, stripe } = KINDS[kind]
  const begun = performance.now()
  const running = site.crew.start({
    name: NAMES[kind],
    args: [MEDUSA_CLI, "start", "--port", String(port)],
    cwd: join(__dirname, "..", folder),
    env: { ...storeEnvironment(), ...(stripe && { BENCH_STRIPE: "yes" }) },
    logPath: site.logPath(`start-${kind}`),
  })
  let ended: number | string | undefined
  void running.exited.then((outcome) => (ended = outcome))
  while (!(await answers(`http://127.0.0.1:${port}/health`))) {
    if (ended !== undefined) {
      throw await failureOf(running, ended)
    }
    await new Promise((next) => setTimeout(next, 20))
  }
  const took = performance.now() - begun
  // What starts in the background has come to rest then.
  await new Promise((next) => setTimeout(next, 1_500))
  const resident = residentBytes(running.child.pid ?? 0)
  await running.stop()
  return { milliseconds: took, resident }
}

function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.ok,
    () => false
  )
}

function residentBytes(pid: number): number {
  const kilobytes = execFileSync("ps", ["-o", "rss=", "-p", String(pid)])
  return Number(String(kilobytes).trim()) * 1024
}

function report(boots: Record<Kind, Boot[]>): ChapterReport {
  const of = (kind: Kind, what: keyof Boot) =>
    boots[kind].map((one) => one[what])
  const added = (kind: Kind, what: keyof Boot) =>
    median(of(kind, what)) - median(of("plain", what))
  const rows = (Object.keys(KINDS) as Kind[]).map((kind) => [
    NAMES[kind],
    `${spread(spreadOf(of(kind, "milliseconds")))} ms`,
    kind === "plain" ? "" : milliseconds(added(kind, "milliseconds")),
    `${spread(spreadOf(of(kind, "resident").map((bytes) => bytes / 1_000_000)))} MB`,
    kind === "plain" ? "" : megabytes(added(kind, "resident")),
  ])
  return {
    section: {
      title: "Starting Medusa",
      method: `\`medusa start\` without the admin until \`/health\` answers, and its resident memory a moment later; ${number(boots.plain.length)} starts of each, in turns.`,
      columns: ["", "start", "more", "memory", "more"],
      rows,
    },
    verdicts: [],
  }
}
