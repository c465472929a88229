import { parseArgs } from "node:util"
import { type Command, usage, UsageError } from "../command"
import { examine } from "./examine"
import { inWords } from "./in-words"

export const doctor: Command = {
  name: "doctor",
  summary: "Check a store's configuration and what it depends on",
  help: `Usage: medusa-payment-bpc doctor [options]

Run it in the store's folder, with the store's environment. It loads the store
as Medusa does (without serving, without running jobs) and checks its options,
database, accounts, regions, addresses, webhooks, storefront, locks and events,
and the payments that need a person. A signed test event is sent to the store's
own webhook address when it is up; nothing is charged and nothing is changed.

Each check says ok, warning or problem, with one sentence and what to do.
The exit code is 1 when there is a problem.

Options:
  --url <url>  Address of the running backend, when it is not the configured one
  --json       Print the report as JSON
`,
  run: async (args) => {
    const { url, json } = optionsOf(args)
    const report = await examine({
      url,
      onStep: (step) => {
        if (!json && process.stderr.isTTY) {
          process.stderr.write(`\r\x1b[K${step} …`)
        }
      },
    })
    if (!json && process.stderr.isTTY) {
      process.stderr.write("\r\x1b[K")
    }
    console.log(
      json
        ? JSON.stringify(report, null, 2)
        : inWords(report, {
            color: Boolean(process.stdout.isTTY && !process.env.NO_COLOR),
            columns: process.stdout.columns ?? 100,
          })
    )
    return report.ok ? 0 : 1
  },
}

function optionsOf(args: string[]): { url?: string; json: boolean } {
  const { values } = usage(() =>
    parseArgs({
      args,
      options: { url: { type: "string" }, json: { type: "boolean" } },
    })
  )
  return { url: urlOf(values.url), json: values.json ?? false }
}

function urlOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol === "http:" || url?.protocol === "https:") {
    return text.replace(/\/+$/, "")
  }
  throw new UsageError(
    `--url must be a URL with http:// or https://, not "${text}"`
  )
}
