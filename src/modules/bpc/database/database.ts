import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"

/** Medusa's shared PostgreSQL connection (`__pg_connection__` in every module's container). */
export type Database = Knex

export type Bindings = Record<string, Knex.RawBinding>

/**
 * Runs one statement with named bindings (`:name`). Everything that must be atomic here is one statement, so that no
 * transaction, and no lock that checkout needs, ever spans a call to the gateway.
 */
export async function sql<Row>(
  database: Database,
  statement: string,
  bindings: Bindings = {}
): Promise<Row[]> {
  const storable = Object.fromEntries(
    Object.entries(bindings).map(([name, value]) => [
      name,
      typeof value === "string" ? value.replaceAll("\0", "\ufffd") : value,
    ])
  )
  lastUses.set(database, Date.now())
  const result: { rows: Row[] } = await database.raw(statement, storable)
  return result.rows
}

const lastUses = new WeakMap<Database, number>()

/** When this process last ran a statement of the plugin, in milliseconds by its own clock. */
export function lastUseOf(database: Database): number {
  return lastUses.get(database) ?? 0
}

/** How many connections Medusa's pool has at most (`databaseDriverOptions.pool`; knex's own default is 10). */
export function poolSize(database: Database): number {
  const pool: unknown = database.client?.pool
  return typeof pool === "object" &&
    pool !== null &&
    "max" in pool &&
    typeof pool.max === "number"
    ? pool.max
    : 10
}

/**
 * JSON for a `jsonb` column. PostgreSQL holds neither U+0000 nor half a surrogate pair, and one of them in a name somewhere must
 * not keep an event from being stored: both become U+FFFD.
 */
export function jsonb(value: unknown): string {
  return JSON.stringify(value).replace(
    /\\(u0000|ud[89a-f][0-9a-f]{2}|.)/gi,
    (escape, what: string) => (what.length > 1 ? "\\ufffd" : escape)
  )
}

export const newId = {
  session: () => generateEntityId("", "bpcses"),
  event: () => generateEntityId("", "bpcevt"),
  timeline: () => generateEntityId("", "bpctl"),
  refund: () => generateEntityId("", "bpcref"),
  operation: () => generateEntityId("", "bpcop"),
  account: () => generateEntityId("", "bpcacc"),
  paymentLink: () => generateEntityId("", "bpclink"),
  audit: () => generateEntityId("", "bpcaud"),
}

/** A unique index, by name, refused a row: another process was quicker. */
export function isUniqueViolation(error: unknown, index?: string): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    error.code === "23505" &&
    (index === undefined ||
      ("constraint" in error && error.constraint === index))
  )
}
