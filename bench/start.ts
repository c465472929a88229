import { parseArgs } from "node:util"
import { DemoError } from "../demo"
import { terminalProgress } from "../demo/runner/progress"
import { CHAPTERS, type ChapterName } from "./chapters"
import { writeDocument } from "./document"
import { heading } from "./heading"
import { loadNow, thisMachine } from "./machine"
import { FULL, QUICK } from "./plan"
import {
  type ChapterReport,
  reportText,
  sectionText,
  targetsText,
} from "./report"
import { type Site, openSite } from "./site"

const USAGE = `npm run bench -- [options]

  --quick            small counts: says whether something is wrong, in about three minutes
  --only <chapter>   one of: ${Object.keys(CHAPTERS).join(", ")}; may be given again
  --no-document      leaves docs/benchmarks.md as it is (as --quick and --only do)
  --document         writes it even so
  --help             show this`

void main()

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: "boolean", default: process.env.BENCH_QUICK === "1" },
      only: { type: "string", multiple: true, default: [] },
      document: { type: "boolean" },
      "no-document": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return
  }
  const chapters = chaptersOf(values.only)
  const whole = !values.quick && values.only.length === 0
  const writes = !values["no-document"] && (values.document ?? whole)
  const interruption = new AbortController()
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => interruption.abort(new Error("Interrupted.")))
  }
  let site: Site | undefined
  try {
    const loadBefore = loadNow()
    site = await openSite(
      values.quick ? QUICK : FULL,
      terminalProgress(),
      interruption.signal
    )
    const title = heading({
      machine: await thisMachine(site.postgres),
      command: ["npm run bench", ...commandArguments(values)].join(" "),
      loadBefore,
    })
    console.log(`\n${title}\n`)
    const reports = await readAll(site, chapters)
    console.log(`\n${targetsText(reports).join("\n\n")}\n`)
    if (reports.length < chapters.length) {
      process.exitCode = 1
    } else if (writes) {
      await writeDocument(reportText(title, reports))
      console.log("Written to docs/benchmarks.md.")
    }
  } catch (error) {
    process.exitCode = 1
    complain(error)
  }
  await site?.crew.stop()
  process.exit()
}

/** Each chapter's table appears as soon as it is done. One that fails is told and left out; the others go on. */
async function readAll(
  site: Site,
  chapters: readonly ChapterName[]
): Promise<ChapterReport[]> {
  const reports: ChapterReport[] = []
  for (const name of chapters) {
    const { title, run } = CHAPTERS[name]
    try {
      const report = await site.progress.step(title, () => run(site))
      console.log(`\n${sectionText(report.section)}\n`)
      reports.push(report)
    } catch (error) {
      complain(error)
    }
  }
  return reports
}

function complain(error: unknown): void {
  console.error(error)
  if (error instanceof DemoError) {
    console.error(error.details.join("\n"))
  }
}

function chaptersOf(only: readonly string[]): ChapterName[] {
  const names = Object.keys(CHAPTERS) as ChapterName[]
  const unknown = only.filter((name) => !names.some((one) => one === name))
  if (unknown.length > 0) {
    console.error(`There is no chapter ${unknown.join(", ")}.\n\n${USAGE}`)
    process.exit(1)
  }
  return names.filter((name) => only.length === 0 || only.includes(name))
}

function commandArguments(values: { quick: boolean; only: string[] }) {
  const given = [
    ...(values.quick ? ["--quick"] : []),
    ...values.only.map((name) => `--only ${name}`),
  ]
  return given.length > 0 ? ["--", ...given] : []
}
