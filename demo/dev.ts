import { spawn } from "node:child_process"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { startSandbox } from "../packages/bpc-sandbox/src"
import { Crew } from "./runner/crew"
import { DemoError } from "./runner/demo-error"
import { startDevStorefront } from "./runner/dev-storefront"
import { type DemoPlan, planOf } from "./runner/options"
import { DEFAULT_DIRECTORY, MEDUSA_CLI, ROOT } from "./runner/paths"
import { checkPorts } from "./runner/ports"
import { startPostgres } from "./runner/postgres"
import { terminalProgress } from "./runner/progress"
import { loadSecrets } from "./runner/secrets"
import { readPublishableKey, storeEnvironment } from "./runner/store"

/** Beside the demo's data, so that neither spoils the other. Below a folder with a dot, which `medusa develop` does not watch. */
const DIRECTORY = join(DEFAULT_DIRECTORY, "dev")
const SEED = "./demo/store/src/scripts/seed.ts"

void main()

/**
 * The loop of a change: PostgreSQL, the sandbox and the demo's storefront, and in the foreground `medusa develop` on the sources of
 * this repository, which restarts at every saved file. Ctrl-C ends everything; the data is kept.
 */
async function main() {
  const interruption = new AbortController()
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => interruption.abort())
  }
  const crew = new Crew(interruption.signal)
  try {
    await develop(
      planOf({
        directory: DIRECTORY,
        ...portsOf(process.argv.slice(2)),
        progress: terminalProgress(),
        signal: interruption.signal,
      }),
      crew
    )
  } catch (error) {
    if (!interruption.signal.aborted) {
      complain(error)
      process.exitCode = 1
    }
  }
  await crew.stop()
  process.exit()
}

async function develop(plan: DemoPlan, crew: Crew): Promise<void> {
  const { directory, progress, signal } = plan
  await checkPorts(
    [
      { use: "Medusa", port: plan.medusaPort, flag: "--medusa-port" },
      {
        use: "storefront",
        port: plan.storefrontPort,
        flag: "--storefront-port",
      },
      {
        use: "sandbox gateway",
        port: plan.sandboxPort,
        flag: "--sandbox-port",
      },
    ],
    "npm run dev"
  )
  const secrets = await loadSecrets(directory)
  const { databaseUrl } = await progress.step("Starting PostgreSQL", () =>
    startPostgres({
      directory,
      password: secrets.databasePassword,
      onStarted: (process) => crew.add(process),
    })
  )
  const env: NodeJS.ProcessEnv = {
    ...storeEnvironment(plan, secrets, databaseUrl),
    NODE_ENV: "development",
    PORT: String(plan.medusaPort),
  }
  const medusa = (name: string, args: string[]) =>
    crew.run({
      name: `The ${name}`,
      args: [MEDUSA_CLI, ...args],
      cwd: ROOT,
      env,
      logPath: join(directory, `${name}.log`),
    })
  await progress.step("Creating the tables", () =>
    medusa("migration", ["db:migrate", "--execute-safe-links"])
  )
  await progress.step("Filling the shop", () => medusa("seed", ["exec", SEED]))
  const sandbox = await startSandbox({
    port: plan.sandboxPort,
    apiKey: secrets.gatewayApiKey,
    webhookUrl: `${plan.medusaUrl}/webhooks/bpc`,
    webhookSecret: secrets.webhookSecret,
    merchantName: "Kettle & Loom",
    statePath: join(directory, "sandbox.json"),
    publicUrl: plan.sandboxUrl,
  })
  crew.add({ stop: () => sandbox.close() })
  crew.add(
    await startDevStorefront(plan.storefrontPort, {
      backendUrl: plan.medusaUrl,
      publishableKey: await readPublishableKey(plan),
    })
  )
  signal.throwIfAborted()
  console.log(`
  Shop      ${plan.storefrontUrl}
  Admin     ${plan.adminUrl}   ${env.DEMO_ADMIN_EMAIL} / ${secrets.adminPassword}
  Gateway   ${plan.sandboxUrl}
  Database  ${databaseUrl}
`)
  await inForeground(env)
}

/** With the terminal as its own: it hears Ctrl-C itself. */
function inForeground(env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [MEDUSA_CLI, "develop"], {
    cwd: ROOT,
    env,
    stdio: "inherit",
  })
  for (const signal of ["SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => child.kill(signal))
  }
  return new Promise((resolve) => child.once("exit", () => resolve()))
}

function portsOf(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      "medusa-port": { type: "string" },
      "storefront-port": { type: "string" },
      "sandbox-port": { type: "string" },
    },
  })
  const port = (text: string | undefined) => (text ? Number(text) : undefined)
  return {
    medusaPort: port(values["medusa-port"]),
    storefrontPort: port(values["storefront-port"]),
    sandboxPort: port(values["sandbox-port"]),
  }
}

function complain(error: unknown) {
  console.error()
  if (error instanceof DemoError) {
    console.error([error.message, ...error.details].join("\n  "))
  } else {
    console.error(error)
  }
}
