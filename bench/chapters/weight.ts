import { execFileSync } from "node:child_process"
import { readFileSync, readdirSync } from "node:fs"
import { dirname, join } from "node:path"
import { gzipSync } from "node:zlib"
import { DEFAULT_DIRECTORY } from "../../demo/runner/paths"
import { PLUGIN } from "../plugin-build"
import { type ChapterReport } from "../report"
import { type Site } from "../site"
import { median, spreadOf } from "../statistics"
import { kilobytes, number, spread } from "../words"

const PACKED_LIMIT = 150_000
const SERVER = join(PLUGIN, ".medusa/server/src")
const STRIPE = dirname(dirname(require.resolve("@medusajs/payment-stripe")))

type Packed = { size: number; unpackedSize: number; files: number }

/** What is downloaded, and what is loaded. */
export async function weight({ plan }: Site): Promise<ChapterReport> {
  const ours = packed(PLUGIN)
  const stripes = packed(STRIPE)
  const requires = { ours: [] as number[], stripes: [] as number[] }
  for (let round = 0; round < plan.rounds * 2; round++) {
    requires.ours.push(
      requireTime(PLUGIN, [
        join(SERVER, "modules/bpc/index.js"),
        join(SERVER, "providers/bpc/index.js"),
        join(SERVER, "workflows/index.js"),
      ])
    )
    requires.stripes.push(requireTime(STRIPE, [STRIPE]))
  }
  return report({ ours, stripes }, requires, adminSizes())
}

/** What `npm pack` would make of a folder, without running anything of it. */
function packed(folder: string): Packed {
  const output = execFileSync(
    "npm",
    ["pack", "--dry-run", "--json", "--ignore-scripts"],
    { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }
  )
  const [report] = JSON.parse(output) as [
    { size: number; unpackedSize: number; files: unknown[] },
  ]
  return { ...report, files: report.files.length }
}

/**
 * Milliseconds that a fresh Node takes for a package's own files, after everything that they require from elsewhere (Medusa
 * above all, which is there anyway) has been loaded.
 */
function requireTime(folder: string, entries: readonly string[]): number {
  const output = execFileSync(
    process.execPath,
    [join(__dirname, "../require-time.cjs"), folder, ...entries],
    { encoding: "utf8", cwd: DEFAULT_DIRECTORY }
  )
  return Number(output)
}

type Sizes = { file: string; raw: number; zipped: number }[]

function adminSizes(): Sizes {
  const folder = join(SERVER, "admin")
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".mjs"))
    .map((file) => {
      const code = readFileSync(join(folder, file))
      return { file, raw: code.length, zipped: gzipSync(code).length }
    })
}

function report(
  packs: { ours: Packed; stripes: Packed },
  requires: { ours: number[]; stripes: number[] },
  admin: Sizes
): ChapterReport {
  const { ours, stripes } = packs
  const raw = admin.reduce((sum, one) => sum + one.raw, 0)
  const zipped = admin.reduce((sum, one) => sum + one.zipped, 0)
  const row = (name: string, one: Packed, times: readonly number[]) => [
    name,
    kilobytes(one.size),
    kilobytes(one.unpackedSize),
    String(one.files),
    `${spread(spreadOf(times))} ms`,
  ]
  return {
    section: {
      title: "Weight",
      method:
        "What `npm pack` makes, and how long a fresh Node takes to load the package's own files once Medusa and the other dependencies are loaded.",
      columns: ["", "packed", "unpacked", "files", "`require()` of own code"],
      rows: [
        row("**ours**, the admin included", ours, requires.ours),
        row(
          "payment-stripe (its dependency `stripe` not counted)",
          stripes,
          requires.stripes
        ),
      ],
      notes: [
        `Our admin pages, all of them and all their languages in one chunk that the dashboard loads: ${kilobytes(raw)}, ${kilobytes(zipped)} gzipped (${number(admin.length)} file${admin.length === 1 ? "" : "s"}).`,
      ],
    },
    verdicts: [
      {
        measure: "packed size",
        target: `at most ${kilobytes(PACKED_LIMIT)}`,
        measured: kilobytes(ours.size),
        met: ours.size <= PACKED_LIMIT,
        why: "the package carries the admin and the shopper's pages in ten languages, and types for every export",
      },
      {
        measure: "`require()` of our own code",
        target: "under 15 ms",
        measured: `${number(median(requires.ours))} ms`,
        met: median(requires.ours) < 15,
        why: "some 250 small files, each read and compiled by itself; once, while Medusa starts",
      },
    ],
  }
}
