import { rm } from "node:fs/promises"
import { join } from "node:path"
import { type Sandbox, startSandbox } from "../packages/bpc-sandbox/src"
import { builder } from "./runner/builds"
import { Crew } from "./runner/crew"
import {
  ADMIN_EMAIL,
  type DemoOptions,
  type DemoPlan,
  planOf,
} from "./runner/options"
import { checkPorts } from "./runner/ports"
import { startPostgres } from "./runner/postgres"
import { type NodeProcess, failureOf } from "./runner/processes"
import { loadSecrets } from "./runner/secrets"
import {
  prepareDatabase,
  readPublishableKey,
  startMedusa,
  storeEnvironment,
} from "./runner/store"
import { startStorefrontServer } from "./runner/storefront-server"

export { DemoError } from "./runner/demo-error"
export { type DemoOptions } from "./runner/options"
export { freePort } from "./runner/ports"

export type Demo = {
  medusaUrl: string
  adminUrl: string
  storefrontUrl: string
  /** With which a storefront asks Medusa. */
  publishableKey: string
  sandboxUrl: string
  sandbox: Sandbox
  /** What a merchant copies from the gateway's portal. */
  gateway: { apiUrl: string; apiKey: string; webhookSecret: string }
  adminEmail: string
  adminPassword: string
  databaseUrl: string
  directory: string
  /** Resolves with the reason when a part of the demo ends without being asked to. */
  broken: Promise<Error>
  /** Ends every part; safe to call more than once. */
  stop(): Promise<void>
}

/**
 * Starts the whole demo: PostgreSQL, the plugin's build, a seeded Medusa store with its admin, the sandbox and the storefront.
 *
 * @throws DemoError with words for the person at the terminal; everything started by then has been ended. The signal's reason, if
 * the start was aborted.
 */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const plan = planOf(options)
  const crew = new Crew(plan.signal)
  try {
    return await start(plan, crew)
  } catch (error) {
    await crew.stop()
    plan.signal.throwIfAborted()
    throw error
  }
}

async function start(plan: DemoPlan, crew: Crew): Promise<Demo> {
  const { directory, progress, signal } = plan
  await checkPorts([
    { use: "Medusa", port: plan.medusaPort, flag: "--medusa-port" },
    { use: "storefront", port: plan.storefrontPort, flag: "--storefront-port" },
    { use: "sandbox gateway", port: plan.sandboxPort, flag: "--sandbox-port" },
  ])
  if (plan.fresh) {
    await rm(directory, { recursive: true, force: true })
  }
  const secrets = await loadSecrets(directory)
  const build = builder(crew, progress)

  const postgres = progress.step("Starting PostgreSQL", () =>
    startPostgres({
      directory,
      password: secrets.databasePassword,
      onStarted: (process) => crew.add(process),
    })
  )
  const [{ databaseUrl, process: database }] = await Promise.all([
    postgres,
    build.plugin(),
  ])
  signal.throwIfAborted()

  const env = storeEnvironment(plan, secrets, databaseUrl)
  // The store's build compiles for most of a minute at the first start; the database is filled meanwhile.
  await Promise.all([
    build.store(env).then(() => build.storefront()),
    prepareDatabase(plan, crew, env),
  ])
  signal.throwIfAborted()

  const sandbox = await progress.step("Starting the sandbox gateway", () =>
    startSandbox({
      port: plan.sandboxPort,
      apiKey: secrets.gatewayApiKey,
      webhookUrl: `${plan.medusaUrl}/webhooks/bpc`,
      webhookSecret: secrets.webhookSecret,
      merchantName: "Kettle & Loom",
      statePath: join(directory, "sandbox.json"),
      publicUrl: plan.sandboxUrl,
    })
  )
  crew.add({ stop: () => sandbox.close() })

  const medusa = await progress.step("Starting Medusa", () =>
    startMedusa(plan, crew, env)
  )
  const publishableKey = await readPublishableKey(plan)
  crew.add(
    await startStorefrontServer(plan.storefrontPort, {
      backendUrl: plan.medusaUrl,
      publishableKey,
    })
  )
  signal.throwIfAborted()

  return {
    medusaUrl: plan.medusaUrl,
    adminUrl: plan.adminUrl,
    storefrontUrl: plan.storefrontUrl,
    publishableKey,
    sandboxUrl: plan.sandboxUrl,
    sandbox,
    gateway: {
      apiUrl: plan.gatewayApiUrl,
      apiKey: secrets.gatewayApiKey,
      webhookSecret: secrets.webhookSecret,
    },
    adminEmail: ADMIN_EMAIL,
    adminPassword: secrets.adminPassword,
    databaseUrl,
    directory,
    broken: firstToBreak(crew, [medusa, database]),
    stop: () => crew.stop(),
  }
}

function firstToBreak(crew: Crew, processes: NodeProcess[]): Promise<Error> {
  return new Promise((resolve) => {
    for (const running of processes) {
      void running.exited.then(async (outcome) => {
        if (!crew.stopping) {
          resolve(await failureOf(running, outcome))
        }
      })
    }
  })
}
