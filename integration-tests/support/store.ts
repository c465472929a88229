import { readFile } from "node:fs/promises"
import { createServer, type Server } from "node:http"
import { join } from "node:path"
import express from "express"
import load from "@medusajs/medusa/loaders/index"
import { Client } from "@medusajs/framework/pg"
import { type MedusaContainer } from "@medusajs/framework/types"
import { freePort } from "../../demo/runner/ports"
import { startSandbox, type Sandbox } from "../../sandbox"
import { type SandboxOptions } from "../../sandbox/options"
import { BPC_MODULE } from "../../src/modules/bpc"
import type BpcModuleService from "../../src/modules/bpc/service"
import { onServer } from "./on-server"
import { TEMPLATE_DATABASE, shared } from "./shared"

export type Store = {
  url: string
  container: MedusaContainer
  bpc: BpcModuleService
  sandbox: Sandbox
  publishableKey: string
  /** Rows of the store's own database. */
  sql<Row>(statement: string, values?: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

let suites = 0

/** A real Medusa on a database of its own, listening, with a sandbox gateway that sends its webhooks to it. */
export async function startStore(
  options: {
    environment?: Record<string, string>
    sandbox?: SandboxOptions
  } = {}
): Promise<Store> {
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
    DATABASE_URL: databaseUrl,
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
    ...options.environment,
  })
  const app = express()
  const medusa = await load({
    directory: join(__dirname, "../.."),
    expressApp: app,
  })
  const server = await listening(app, port)
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()

  return {
    url,
    container: medusa.container,
    bpc: medusa.container.resolve<BpcModuleService>(BPC_MODULE),
    sandbox,
    publishableKey: publishableKeyOf(await readFile(seedResult, "utf8")),
    sql: async <Row>(statement: string, values: unknown[] = []) =>
      (await client.query(statement, values)).rows as Row[],
    close: async () => {
      await sandbox.close()
      await new Promise((done) => {
        server.close(done)
        server.closeAllConnections()
      })
      await medusa.shutdown()
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

async function listening(app: express.Express, port: number): Promise<Server> {
  const server = createServer(app)
  await new Promise<void>((ready) => server.listen(port, ready))
  return server
}
