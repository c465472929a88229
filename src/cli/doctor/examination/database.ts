import { readdirSync } from "node:fs"
import { join } from "node:path"
import { type Client } from "@medusajs/framework/pg"
import { type ConfigModule } from "@medusajs/framework/types"
import { missingFromMedusa } from "../../../modules/bpc/core-tables"
import { type Check, checkOf } from "../report"
import { field } from "./field"
import { type FromStore } from "./from-store"
import { firstLine } from "./sentence"

const database = checkOf("database", "Database")
const MIGRATIONS = join(__dirname, "../../../modules/bpc/migrations")
const TIME_LIMIT_MS = 10_000
/** PostgreSQL's word for a table that does not exist. */
const NO_SUCH_TABLE = "42P01"

/**
 * Whether PostgreSQL answers, every migration of the plugin has run, and Medusa's tables are those that the plugin reads. Medusa's own
 * connection would try for minutes.
 */
export async function databaseCheck(
  { projectConfig }: ConfigModule,
  fromStore: FromStore
): Promise<Check> {
  const { databaseUrl, databaseDriverOptions, databaseSchema } = projectConfig
  if (!databaseUrl) {
    return database.problem(
      "No database is configured: projectConfig.databaseUrl is empty.",
      "Set DATABASE_URL, and run doctor again."
    )
  }
  const { Client } = fromStore("@medusajs/framework/pg")
  const client = new Client({
    connectionString: databaseUrl,
    ssl: sslOf(databaseDriverOptions),
    connectionTimeoutMillis: TIME_LIMIT_MS,
    query_timeout: TIME_LIMIT_MS,
  })
  // A connection that breaks later is not what is asked here.
  client.on("error", () => undefined)
  try {
    await client.connect()
    const schema = databaseSchema ?? "public"
    const judgement = judged(await migrationsThatRan(client, schema))
    return judgement.status === "problem"
      ? judgement
      : (foreignMedusa(
          await missingFromMedusa(
            (statement) => client.query(statement),
            schema
          )
        ) ?? judgement)
  } catch (error) {
    return unreachable(error, databaseUrl)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function migrationsThatRan(
  client: Client,
  schema: string
): Promise<Set<string> | undefined> {
  try {
    const { rows } = await client.query<{ name: string }>(
      `select name from "${schema.replaceAll('"', "")}".mikro_orm_migrations`
    )
    return new Set(rows.map(({ name }) => name))
  } catch (error) {
    if (codeOf(error) === NO_SUCH_TABLE) {
      return undefined
    }
    throw error
  }
}

function judged(run: Set<string> | undefined): Check {
  const ours = ownMigrations()
  const missing = ours.filter((name) => !run?.has(name))
  if (!run) {
    return database.problem(
      "PostgreSQL answers, but it holds none of Medusa's tables yet.",
      "Run `npx medusa db:migrate`."
    )
  }
  return missing.length > 0
    ? database.problem(
        `Migrations of the plugin have not run (${missing.join(", ")}), so its tables are missing or old.`,
        "Run `npx medusa db:migrate`, and start Medusa again."
      )
    : database.ok("PostgreSQL answers; the plugin's tables are up to date.")
}

/** A Medusa whose tables are others than those of the versions that the plugin knows. */
function foreignMedusa(missing: readonly string[]): Check | undefined {
  return missing.length > 0
    ? database.problem(
        missing.join(" "),
        "Run `npx medusa db:migrate` if Medusa is newer than its tables; otherwise take a version of Medusa that the plugin knows (docs/compatibility.md), before anything is sold."
      )
    : undefined
}

/** Names of the plugin's migrations, as the migrator records them. */
export function ownMigrations(folder = MIGRATIONS): string[] {
  return readdirSync(folder)
    .flatMap((file) => /^(Migration\d+)\.(?:js|ts)$/.exec(file)?.[1] ?? [])
    .sort()
}

function unreachable(error: unknown, databaseUrl: string): Check {
  const place = placeOf(databaseUrl)
  switch (codeOf(error)) {
    case "3D000":
      return database.problem(
        `PostgreSQL answers, but it has no database of the name in DATABASE_URL (${place}).`,
        "Create it with `npx medusa db:create`, then run `npx medusa db:migrate`."
      )
    case "28P01":
    case "28000":
      return database.problem(
        `PostgreSQL at ${place} refuses the user or the password in DATABASE_URL.`,
        "Correct DATABASE_URL."
      )
    default:
      return database.problem(
        `PostgreSQL at ${place} cannot be reached (${codeOf(error) ?? firstLine(error)}).`,
        "Start PostgreSQL, or correct DATABASE_URL."
      )
  }
}

/** Host and port, without user and password. */
function placeOf(databaseUrl: string): string {
  return URL.canParse(databaseUrl)
    ? new URL(databaseUrl).host || "this machine"
    : "an address that is not a URL"
}

function sslOf(options: unknown): boolean | object | undefined {
  const ssl: unknown = field(field(options, "connection"), "ssl")
  const found = ssl ?? field(options, "ssl")
  return typeof found === "boolean" ||
    (typeof found === "object" && found !== null)
    ? found
    : undefined
}

function codeOf(error: unknown): string | undefined {
  const code = field(error, "code")
  return typeof code === "string" ? code : undefined
}
