import { parseArgs } from "node:util"
import { type Demo, DemoError, type DemoOptions, startDemo } from "."
import { banner } from "./runner/banner"
import { terminalProgress } from "./runner/progress"

const USAGE = `npm run demo -- [options]

  --fresh                   throw away the demo's data and start over
  --medusa-port <port>      default 9000
  --storefront-port <port>  default 8000
  --sandbox-port <port>     default 4400
  --help                    show this`

void main()

async function main() {
  const interruption = new AbortController()
  const interrupted = new Promise<void>((resolve) =>
    interruption.signal.addEventListener("abort", () => resolve())
  )
  // npm passes Ctrl-C on although the terminal has sent it already: a second signal must not cut the orderly end short.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => interruption.abort(new DemoError("Interrupted.")))
  }

  let demo: Demo | undefined
  try {
    const options = readArguments()
    if (!options) {
      console.log(USAGE)
      return
    }
    const since = Date.now()
    demo = await startDemo({
      ...options,
      progress: terminalProgress(),
      signal: interruption.signal,
    })
    console.log(banner(demo, (Date.now() - since) / 1000))
    const broken = await Promise.race([demo.broken, interrupted])
    if (broken) {
      throw broken
    }
  } catch (error) {
    if (!interruption.signal.aborted) {
      complain(error)
      process.exitCode = 1
    }
  }
  if (interruption.signal.aborted) {
    console.log("\nEnding the demo …")
  }
  await demo?.stop()
  if (interruption.signal.aborted) {
    console.log("Everything has ended. The data is kept for the next start.")
  }
  process.exit()
}

function readArguments(): DemoOptions | undefined {
  const { values } = parse()
  if (values.help) {
    return undefined
  }
  return {
    fresh: values.fresh,
    medusaPort: port("--medusa-port", values["medusa-port"]),
    storefrontPort: port("--storefront-port", values["storefront-port"]),
    sandboxPort: port("--sandbox-port", values["sandbox-port"]),
  }
}

function parse() {
  try {
    return parseArgs({
      options: {
        fresh: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
        "medusa-port": { type: "string" },
        "storefront-port": { type: "string" },
        "sandbox-port": { type: "string" },
      },
    })
  } catch (error) {
    throw new DemoError(
      error instanceof Error ? error.message : String(error),
      [USAGE]
    )
  }
}

function port(flag: string, given: string | undefined): number | undefined {
  if (given === undefined) {
    return undefined
  }
  const number = Number(given)
  if (!Number.isInteger(number) || number < 1 || number > 65_535) {
    throw new DemoError(
      `${flag} must be a port from 1 to 65535, not "${given}".`
    )
  }
  return number
}

function complain(error: unknown) {
  console.error()
  if (error instanceof DemoError) {
    console.error(error.message)
    for (const line of error.details) {
      console.error(`  ${line}`)
    }
  } else {
    console.error(error)
  }
}
