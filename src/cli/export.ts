import { createWriteStream } from "node:fs"
import { once } from "node:events"
import { Readable, type Writable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { parseArgs } from "node:util"
import { exportQuery } from "../api-schemas/export"
import { csvOf } from "../modules/bpc/reports"
import { type Command, usage, UsageError } from "./command"
import { Finding } from "./doctor/examination/finding"
import { openStore } from "./doctor/examination/open-store"

export const exportCommand: Command = {
  name: "export",
  summary: "Write payments, or captures and refunds, as CSV",
  help: `Usage: medusa-payment-bpc export <payments|operations> [options]

Run it in the store's folder, with the store's environment. It writes what the
admin's export does, oldest first, to a file or to standard output: RFC 4180,
UTF-8, amounts as decimals with a point, times in ISO 8601 (UTC). Captures and
refunds stand in the moment in which the store learned of them.

Options:
  --from <time>    From this moment on, such as 2026-11-01 (UTC)
  --to <time>      Up to this moment
  --mode <mode>    test or live
  --state <state>  Payments of this state
  --layout <name>  rfc4180 (default), or for spreadsheets: comma, semicolon
  --out <file>     Write to this file instead of standard output
`,
  run: async (args) => {
    const { out, ...asked } = optionsOf(args)
    const { kind, layout, ...filters } = asked
    // What the store itself says while it is loaded must not get into the file.
    const write = process.stdout.write.bind(process.stdout)
    process.stdout.write = process.stderr.write.bind(process.stderr)
    try {
      const { bpc } = await openStore(process.cwd(), SILENT)
      const text = csvOf(bpc.queries.export(kind, filters), layout)
      if (out) {
        await pipeline(Readable.from(text), createWriteStream(out))
      } else {
        process.stdout.write = write
        await writeAll(text, process.stdout)
      }
      return 0
    } catch (error) {
      if (!(error instanceof Finding)) {
        throw error
      }
      console.error(`${error.check.message} ${error.check.action ?? ""}`.trim())
      return 1
    } finally {
      process.stdout.write = write
    }
  },
}

const SILENT = { onStep: () => {}, onCheck: () => {}, onSecret: () => {} }

/** Standard output stays open: the process ends it. */
async function writeAll(
  text: AsyncIterable<string>,
  output: Writable
): Promise<void> {
  for await (const part of text) {
    if (!output.write(part)) {
      await once(output, "drain")
    }
  }
}

function optionsOf(args: string[]) {
  const { values, positionals } = usage(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        from: { type: "string" },
        to: { type: "string" },
        mode: { type: "string" },
        state: { type: "string" },
        layout: { type: "string" },
        out: { type: "string" },
      },
    })
  )
  const [kind, ...others] = positionals
  if (others.length > 0) {
    throw new UsageError(`There is no "${others[0]}" in this command.`)
  }
  const { out, ...query } = values
  const parsed = exportQuery.safeParse({ kind, ...query })
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new UsageError(
      `${String(issue?.path[0] ?? "kind")} ${issue?.message ?? "is not right"}.`
    )
  }
  return { out, ...parsed.data }
}
