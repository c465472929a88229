import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { knex, type Knex } from "@medusajs/framework/mikro-orm/knex"
import { Crew } from "../../demo/runner/crew"
import { startPostgres } from "../../demo/runner/postgres"
import {
  MEDUSA_COLUMNS,
  missingFromMedusa,
} from "../../src/modules/bpc/core-tables"
import { Migration20261128000000 } from "../../src/modules/bpc/migrations/Migration20261128000000"
import { Terminal } from "../package/terminal"
import { BareStore } from "./bare-store"
import { QUERIES } from "./queries"

/**
 * `npm run test:medusa -- 2.14.1 2.21.2`: whether the tables of a version of Medusa are those that the plugin reads. Each is installed from npm,
 * migrates a PostgreSQL of its own and takes an order; then every query of core-tables is run on it.
 */
async function main(versions: string[]): Promise<void> {
  if (versions.length === 0) {
    throw new Error("Name a version of Medusa: npm run test:medusa -- 2.21.2")
  }
  for (const version of versions) {
    const complaints = await complaintsAbout(version)
    const tables = new Set(MEDUSA_COLUMNS.map(({ table }) => table)).size
    console.log(
      complaints.length > 0
        ? `✗ Medusa ${version}:\n${complaints.map((one) => `  ${one}`).join("\n")}`
        : `✓ Medusa ${version}: all ${MEDUSA_COLUMNS.length} columns and keys of ${tables} tables are there, and the ${Object.keys(QUERIES).length} queries run.`
    )
    process.exitCode ||= complaints.length > 0 ? 1 : 0
  }
}

async function complaintsAbout(version: string): Promise<string[]> {
  const directory = await mkdtemp(join(tmpdir(), "bpc-medusa-"))
  // As root, PostgreSQL runs as a user of its own, who must get through here.
  await chmod(directory, 0o755)
  const crew = new Crew(AbortSignal.any([]))
  try {
    console.log(`Installing Medusa ${version} …`)
    const store = new BareStore(
      new Terminal(directory, crew),
      join(directory, "store")
    )
    await store.install(version)
    console.log("Migrating its database and placing an order …")
    const { databaseUrl } = await startPostgres({
      directory,
      password: "postgres",
      onStarted: (running) => crew.add(running),
    })
    await store.fill(databaseUrl)
    return await complaintsOf(databaseUrl)
  } finally {
    await crew.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

async function complaintsOf(databaseUrl: string): Promise<string[]> {
  const database = knex({ client: "pg", connection: databaseUrl })
  try {
    await createOurTables(database)
    const complaints = await missingFromMedusa((statement) =>
      database.raw(statement)
    )
    for (const [query, run] of Object.entries(QUERIES)) {
      await run(database).catch((error: unknown) =>
        complaints.push(`${query} does not run: ${reasonOf(error)}`)
      )
    }
    return complaints
  } finally {
    await database.destroy()
  }
}

async function createOurTables(database: Knex): Promise<void> {
  const statements: string[] = []
  await Migration20261128000000.prototype.up.call({
    addSql: (statement: string) => void statements.push(statement),
  })
  for (const statement of statements) {
    await database.raw(statement)
  }
}

/** PostgreSQL's own words, which knex puts behind the statement. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split(" - ").at(-1) ?? message
}

void main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
