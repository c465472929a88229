import { createRequire } from "node:module"
import { parseArgs } from "node:util"
import { type Command, usage, UsageError } from "../command"
import type * as Writing from "./write-export"

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
  --to <time>      Up to this moment; a day counts with all of it
  --mode <mode>    test or live
  --state <state>  Payments of this state
  --layout <name>  rfc4180 (default), or for spreadsheets: comma, semicolon
  --out <file>     Write to this file instead of standard output
`,
  run: async (args) => {
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
    // Medusa is loaded by the commands that need it, and by no other.
    const { writeExport } = createRequire(__filename)(
      "./write-export"
    ) as typeof Writing
    return writeExport({ kind, ...query }, out)
  },
}
