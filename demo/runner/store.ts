import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { type Crew } from "./crew"
import { DemoError } from "./demo-error"
import { fingerprint } from "./fingerprint"
import { ADMIN_EMAIL, type DemoPlan } from "./options"
import { MEDUSA_CLI, STORE, STORE_BUILD } from "./paths"
import { type NodeProcess, cleanEnvironment, failureOf } from "./processes"
import { type Secrets } from "./secrets"
import { oncePerFingerprint } from "./stamp"

const START_LIMIT_MS = 120_000
const SEED_RESULT = "seed.json"

export function storeEnvironment(
  plan: DemoPlan,
  secrets: Secrets,
  databaseUrl: string
): NodeJS.ProcessEnv {
  const browsers = [plan.storefrontUrl, plan.medusaUrl].join(",")
  return {
    ...cleanEnvironment(),
    // Neither development (the admin would be compiled in the browser's face, page by page) nor production (Medusa would send
    // its cookies over https only, and the plugin refuses the sandbox's plain http).
    NODE_ENV: "demo",
    MEDUSA_DISABLE_TELEMETRY: "1",
    DATABASE_URL: databaseUrl,
    STORE_CORS: browsers,
    ADMIN_CORS: browsers,
    AUTH_CORS: browsers,
    JWT_SECRET: secrets.jwtSecret,
    COOKIE_SECRET: secrets.cookieSecret,
    BPC_ENCRYPTION_KEY: secrets.encryptionKey,
    ...(plan.configured && {
      BPC_MODE: "test",
      BPC_API_URL: plan.gatewayApiUrl,
      BPC_API_KEY: secrets.gatewayApiKey,
      BPC_WEBHOOK_SECRET: secrets.webhookSecret,
      BPC_BACKEND_URL: plan.medusaUrl,
      BPC_STOREFRONT_URL: plan.storefrontUrl,
      DEMO_CARD_PAYMENTS: "on",
    }),
    DEMO_STOREFRONT_URL: plan.storefrontUrl,
    DEMO_ADMIN_EMAIL: ADMIN_EMAIL,
    DEMO_ADMIN_PASSWORD: secrets.adminPassword,
    DEMO_SEED_RESULT: join(plan.directory, SEED_RESULT),
  }
}

/** Brings the database to the present sources: migrations and seed data, each only when something they depend on changed. */
export async function prepareDatabase(
  plan: DemoPlan,
  crew: Crew,
  env: NodeJS.ProcessEnv
): Promise<void> {
  const medusa = (name: string, args: string[]) =>
    crew.run({
      name: `The ${name}`,
      args: [MEDUSA_CLI, ...args],
      cwd: STORE,
      env,
      logPath: join(plan.directory, `${name}.log`),
    })
  const stamp = (name: string) => join(plan.directory, `${name}.fingerprint`)
  const schema = await fingerprint([
    "package-lock.json",
    "src/modules",
    "src/links",
    "demo/store/medusa-config.ts",
  ])
  const migrating = () =>
    plan.progress.step("Creating the tables", () =>
      medusa("migration", ["db:migrate", "--execute-safe-links"])
    )
  await oncePerFingerprint(stamp("schema"), schema, migrating)

  const data = `${await fingerprint(["demo/store/src"])} ${plan.storefrontUrl}`
  const seeding = () =>
    plan.progress.step("Filling the shop", () =>
      medusa("seed", ["exec", "./src/scripts/seed.ts"])
    )
  await oncePerFingerprint(stamp("data"), data, seeding)
}

/** What the seed left for the storefront. */
export async function readPublishableKey({
  directory,
}: DemoPlan): Promise<string> {
  const kept = await readFile(join(directory, SEED_RESULT), "utf8")
  return (JSON.parse(kept) as { publishableKey: string }).publishableKey
}

/**
 * Starts Medusa with its admin from the store's build and waits until it answers.
 *
 * @throws DemoError with the last lines of the log, if it ends or stays silent for two minutes.
 */
export async function startMedusa(
  plan: DemoPlan,
  crew: Crew,
  env: NodeJS.ProcessEnv
): Promise<NodeProcess> {
  const medusa = crew.start({
    name: "Medusa",
    args: [
      MEDUSA_CLI,
      "start",
      "--port",
      String(plan.medusaPort),
      "--host",
      "127.0.0.1",
    ],
    cwd: STORE_BUILD,
    env,
    logPath: join(plan.directory, "medusa.log"),
  })
  let ended: number | string | undefined
  void medusa.exited.then((outcome) => (ended = outcome))

  const deadline = Date.now() + START_LIMIT_MS
  while (!(await answers(`http://127.0.0.1:${plan.medusaPort}/health`))) {
    if (ended !== undefined) {
      throw await failureOf(medusa, ended)
    }
    if (Date.now() > deadline) {
      throw new DemoError(
        "Medusa did not answer within two minutes.",
        (await failureOf(medusa, "silence")).details
      )
    }
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  return medusa
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.ok,
    () => false
  )
}
