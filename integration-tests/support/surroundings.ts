import { readFile } from "node:fs/promises"
import { Client } from "@medusajs/framework/pg"
import { freePort } from "../../demo/runner/ports"
import { startSandbox, type Sandbox } from "../../packages/bpc-sandbox/src"
import { type SandboxOptions } from "../../packages/bpc-sandbox/src/options"
import { onServer } from "./on-server"
import { TEMPLATE_DATABASE, shared } from "./shared"

export type Surroundings = {
  /** Where a Medusa of this suite should listen; webhooks are sent there. */
  url: string
  port: number
  sandbox: Sandbox
  publishableKey: string
  /** Rows of the store's own database. */
  sql<Row>(statement: string, values?: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

export type SurroundingsOptions = {
  environment?: Record<string, string>
  sandbox?: SandboxOptions
  /** Puts something between the store and its database; the suite's own `sql` goes straight to it. */
  databaseThrough?: (databaseUrl: string) => Promise<string>
}

let suites = 0

/** What a store needs and no Medusa yet: a database of its own, a sandbox gateway, and the environment that names both. */
export async function prepareSurroundings(
  options: SurroundingsOptions = {}
): Promise<Surroundings> {
  const { serverUrl, seedResult } = shared()
  const database = `bpc_suite_${process.pid}_${++suites}_${Date.now()}`
  await onServer(
    serverUrl,
    `create database ${database} template ${TEMPLATE_DATABASE}`
  )
  const databaseUrl = `${serverUrl}/${database}`
  const port = await freePort()
  const url = `http://localhost:${port}`
  const sandbox = await startSandbox({
    webhookUrl: `${url}/webhooks/bpc`,
    webhookRetry: { attempts: 3, delayMs: 300 },
    ...options.sandbox,
  })

  Object.assign(process.env, {
    DATABASE_URL: (await options.databaseThrough?.(databaseUrl)) ?? databaseUrl,
    MEDUSA_DISABLE_ADMIN: "true",
    MEDUSA_DISABLE_TELEMETRY: "1",
    LOG_LEVEL: process.env.BPC_TEST_LOG ?? "error",
    BPC_API_URL: sandbox.apiUrl,
    BPC_API_KEY: sandbox.apiKey,
    BPC_WEBHOOK_SECRET: sandbox.webhookSecret,
    BPC_BACKEND_URL: url,
    BPC_STOREFRONT_URL: "http://localhost:8000",
    BPC_MODE: "test",
    BPC_CAPTURE_METHOD: "automatic",
    // A tick is waited for, not a rest.
    BPC_IDLE_PAUSE_SECONDS: "5",
    ...options.environment,
  })
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()

  return {
    url,
    port,
    sandbox,
    publishableKey: publishableKeyOf(await readFile(seedResult, "utf8")),
    sql: async <Row>(statement: string, values: unknown[] = []) =>
      (await client.query(statement, values)).rows as Row[],
    close: async () => {
      await sandbox.close()
      await client.end()
      await onServer(
        serverUrl,
        `drop database if exists ${database} with (force)`
      )
    },
  }
}

function publishableKeyOf(json: string): string {
  return (JSON.parse(json) as { publishableKey: string }).publishableKey
}
