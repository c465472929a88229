import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DemoError } from "../../demo/runner/demo-error"
import { startPostgres } from "../../demo/runner/postgres"
import {
  cleanEnvironment,
  startNode,
  untilDone,
} from "../../demo/runner/processes"
import { type Postgres } from "../../demo/runner/postgres"
import { HAS_REDIS } from "./has-redis"
import { onServer } from "./on-server"
import { type Shared, TEMPLATE_DATABASE, shareWithTests } from "./shared"

const ROOT = join(__dirname, "../..")

declare global {
  // eslint has no say here: jest's set-up and tear-down share nothing but globals.
  var bpcTestMachine: { postgres: Postgres; directory: string } | undefined
}

async function tellDetails(error: unknown): Promise<never> {
  const details =
    error instanceof DemoError ? `\n${error.details.join("\n")}` : ""
  await stopMachine()
  throw new Error(
    `${error instanceof Error ? error.message : String(error)}${details}`
  )
}

/** Starts one PostgreSQL for all suites and prepares the database that each suite's own is cloned from. */
export default async function setUp(): Promise<void> {
  if (process.env.BPC_TEST_SHARED) {
    return // `npm run test:machine` has one.
  }
  if (!HAS_REDIS) {
    console.log(
      "redis-server is not installed: the suites in integration-tests/fleet (several processes) are not run."
    )
  }
  const directory = await mkdtemp(join(tmpdir(), "bpc-tests-"))
  // As root, PostgreSQL runs as a user of its own, who must get through here.
  await chmod(directory, 0o755)
  const postgres = await startPostgres({
    directory,
    password: "postgres",
    onStarted: () => undefined,
  })
  globalThis.bpcTestMachine = { postgres, directory }

  const serverUrl = postgres.databaseUrl.replace(/\/[^/]+$/, "")
  const templateUrl = `${serverUrl}/${TEMPLATE_DATABASE}`
  const environment = {
    ...cleanEnvironment(),
    NODE_ENV: "test",
    DATABASE_URL: templateUrl,
    MEDUSA_DISABLE_ADMIN: "true",
    MEDUSA_DISABLE_TELEMETRY: "1",
    BPC_TEST_SEED_RESULT: join(directory, "seed.json"),
  }
  const medusa = (name: string, args: string[]) =>
    untilDone(
      startNode({
        name,
        args: [join(ROOT, "node_modules/@medusajs/cli/cli.js"), ...args],
        cwd: ROOT,
        env: environment,
        logPath: join(directory, `${name}.log`),
      })
    ).catch(tellDetails)
  await onServer(serverUrl, `create database ${TEMPLATE_DATABASE}`)
  await medusa("migrate", ["db:migrate", "--execute-safe-links"])
  await medusa("seed", ["exec", "./integration-tests/support/seed-template.ts"])

  const shared: Shared = {
    serverUrl,
    seedResult: environment.BPC_TEST_SEED_RESULT,
  }
  shareWithTests(shared)
}

export async function stopMachine(): Promise<void> {
  await globalThis.bpcTestMachine?.postgres.process.stop()
  if (globalThis.bpcTestMachine) {
    await rm(globalThis.bpcTestMachine.directory, {
      recursive: true,
      force: true,
    })
  }
}
