import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { freePort } from "../../demo/runner/ports"
import {
  cleanEnvironment,
  failureOf,
  startNode,
  untilDone,
} from "../../demo/runner/processes"

const ROOT = join(__dirname, "../..")
const START_LIMIT_MS = 90_000

export type ServerProcess = {
  url: string
  /** Everything that it wrote to standard output and error so far. */
  output(): Promise<string>
  /** Whether it is gone, stopped or killed. */
  ended(): boolean
  /** SIGKILL. */
  kill(): void
  stop(): Promise<void>
}

/** Another Medusa, as a process of its own, on the database and with the settings of the suite's environment. */
export async function startServerProcess(
  environment: Record<string, string> = {}
): Promise<ServerProcess> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const directory = await mkdtemp(join(tmpdir(), "bpc-server-"))
  const running = startNode({
    name: "Medusa",
    args: [
      join(ROOT, "node_modules/@medusajs/cli/cli.js"),
      "start",
      "--port",
      String(port),
    ],
    cwd: ROOT,
    env: {
      ...cleanEnvironment(),
      ...bpcEnvironment(),
      NODE_ENV: "test",
      MEDUSA_DISABLE_ADMIN: "true",
      MEDUSA_DISABLE_TELEMETRY: "1",
      ...environment,
    },
    logPath: join(directory, "medusa.log"),
  })
  let ended: number | string | undefined
  void running.exited.then((outcome) => (ended = outcome))
  const deadline = Date.now() + START_LIMIT_MS
  while (!(await answers(`${url}/health`))) {
    if (ended !== undefined || Date.now() > deadline) {
      const failure = await failureOf(running, ended ?? "silence")
      await running.stop()
      throw new Error([failure.message, ...failure.details].join("\n"))
    }
    await new Promise((next) => setTimeout(next, 200))
  }
  return {
    url,
    output: () => readFile(running.logPath, "utf8"),
    ended: () => ended !== undefined,
    kill: () => void running.child.kill("SIGKILL"),
    stop: async () => {
      await running.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** Runs Medusa's migrations on the suite's database: modules that this environment adds may bring tables of their own. */
export async function migrate(
  environment: Record<string, string>
): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "bpc-migrate-"))
  await untilDone(
    startNode({
      name: "Migration",
      args: [
        join(ROOT, "node_modules/@medusajs/cli/cli.js"),
        "db:migrate",
        "--execute-safe-links",
      ],
      cwd: ROOT,
      env: {
        ...cleanEnvironment(),
        ...bpcEnvironment(),
        NODE_ENV: "test",
        MEDUSA_DISABLE_TELEMETRY: "1",
        ...environment,
      },
      logPath: join(directory, "migrate.log"),
    })
  )
  await rm(directory, { recursive: true, force: true })
}

/** What `startStore` put into this process's environment. */
function bpcEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value !== undefined &&
      (name.startsWith("BPC_") || name === "DATABASE_URL")
        ? [[name, value]]
        : []
    )
  )
}

function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.ok,
    () => false
  )
}
