#!/usr/bin/env node
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { startSandbox, type Sandbox, type SandboxOptions } from "."

const DEFAULT_PORT = 4400

const HELP = `Usage: bpc-sandbox [options]

A local gateway that follows the documents of BPC's eCommerce API V2: sessions,
a hosted payment page, 3-D Secure, webhooks, refunds, and faults on demand.
No account is needed and no real money moves.

Options:
  --port <number>          Port to listen on (default ${DEFAULT_PORT}, 0 for any free one)
  --host <address>         Address to listen on (default 127.0.0.1)
  --public-url <url>       Where browsers reach it, when that is another address
  --webhook-url <url>      Where to send webhooks, e.g. http://localhost:9000/webhooks/bpc
  --webhook-secret <text>  Secret that signs webhooks (default whsec_sandbox)
  --api-key <text>         API key that the store sends (default sandbox_key)
  --merchant-name <text>   Name on the payment page (default Sandbox Merchant)
  --currency <code>        Take only this currency; may be repeated (default all)
  --state <file>           Keep sessions in this file over restarts
  --help                   Show this
  --version                Show the version
`

/** A mistake in how the command was called; its message is for the person at the keyboard. */
class UsageError extends Error {}

/** @returns the exit code: 0 done, 1 could not, 2 wrongly called */
async function main(args: string[]): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    console.log(HELP)
    return 0
  }
  if (args.includes("--version") || args.includes("-v")) {
    console.log(version())
    return 0
  }
  const options = optionsOf(args)
  const running = await start(options)
  if (typeof running === "string") {
    console.error(running)
    return 1
  }
  console.log(banner(running, options))
  await interrupted()
  await running.close()
  console.log("\nThe sandbox has ended.")
  return 0
}

/** The manifest lies above the sources and above the build alike. */
function version(): string {
  const manifest = readFileSync(join(__dirname, "../package.json"), "utf8")
  return (JSON.parse(manifest) as { version: string }).version
}

function optionsOf(args: string[]): SandboxOptions & { port: number } {
  const { values } = parsed(args)
  return {
    port: portOf(values.port ?? String(DEFAULT_PORT)),
    host: values.host,
    publicUrl: urlOf("--public-url", values["public-url"]),
    webhookUrl: urlOf("--webhook-url", values["webhook-url"]),
    webhookSecret: wordOf("--webhook-secret", values["webhook-secret"]),
    apiKey: wordOf("--api-key", values["api-key"]),
    merchantName: wordOf("--merchant-name", values["merchant-name"]),
    currencies: values.currency,
    statePath: values.state,
    quiet: false,
  }
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: "string" },
        host: { type: "string" },
        "public-url": { type: "string" },
        "webhook-url": { type: "string" },
        "webhook-secret": { type: "string" },
        "api-key": { type: "string" },
        "merchant-name": { type: "string" },
        currency: { type: "string", multiple: true },
        state: { type: "string" },
      },
    })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ""
    throw error instanceof Error && code.startsWith("ERR_PARSE_ARGS")
      ? new UsageError(error.message)
      : error
  }
}

/** The running sandbox, or one sentence that says why there is none. */
async function start(
  options: SandboxOptions & { port: number }
): Promise<Sandbox | string> {
  try {
    return await startSandbox(options)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === "EADDRINUSE") {
      return `Port ${options.port} is taken. Stop what uses it, or choose another one with --port.`
    }
    if (code === "EACCES") {
      return `Port ${options.port} may not be used by this user. Choose one above 1023 with --port.`
    }
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
      return `This machine has no address ${options.host}. Leave --host out, or name one of its own.`
    }
    return `The sandbox could not start: ${error instanceof Error ? error.message : String(error)}`
  }
}

function banner(running: Sandbox, options: SandboxOptions): string {
  const page = options.publicUrl?.replace(/\/+$/, "") ?? running.url
  return `
  Sandbox gateway · no real money moves here

  Dashboard       ${page}/
  API             ${running.apiUrl}
  Webhooks go to  ${options.webhookUrl ?? "nowhere yet: name a URL on the dashboard or with --webhook-url"}

  For the store's .env:

  BPC_MODE=test
  BPC_API_URL=${running.apiUrl}
  BPC_API_KEY=${running.apiKey}
  BPC_WEBHOOK_SECRET=${running.webhookSecret}

  Ctrl-C ends it.
`
}

/** Resolves at the first Ctrl-C. A second one ends the process at once. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(130))
        resolve()
      })
    }
  })
}

function portOf(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new UsageError(
      `--port must be a number from 0 to 65535, not "${text}"`
    )
  }
  return port
}

function urlOf(option: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol === "http:" || url?.protocol === "https:") return text
  throw new UsageError(
    `${option} must be a URL with http:// or https://, not "${text}"`
  )
}

function wordOf(option: string, text: string | undefined): string | undefined {
  if (text === "") throw new UsageError(`${option} must not be empty`)
  return text
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    const called = error instanceof UsageError
    const message = error instanceof Error ? error.message : String(error)
    console.error(called ? `${message}\nSee: bpc-sandbox --help` : message)
    process.exit(called ? 2 : 1)
  }
)
