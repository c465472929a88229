import { createRequire } from "node:module"
import { parseArgs } from "node:util"
import { type Command, usage } from "../command"
import type * as Writing from "./write-diagnosis"

export const diagnosis: Command = {
  name: "diagnosis",
  summary: "Write a file to send to whoever helps",
  help: `Usage: medusa-payment-bpc diagnosis [options]

Run it in the store's folder, with the store's environment. It writes JSON:
versions, settings and accounts without secrets, health, the outcomes of the
last webhook events and, if one is named, the story of a payment. Secrets, card
numbers, e-mail addresses and payable addresses are not in it.

Options:
  --session <id>  The payment that the question is about (bpcses_…)
  --out <file>    Write to this file instead of standard output
`,
  run: async (args) => {
    const { values } = usage(() =>
      parseArgs({
        args,
        options: { session: { type: "string" }, out: { type: "string" } },
      })
    )
    // Medusa is loaded by the commands that need it, and by no other.
    const { writeDiagnosis } = createRequire(__filename)(
      "./write-diagnosis"
    ) as typeof Writing
    return writeDiagnosis(values.session, values.out)
  },
}
