import { type Knex } from "@medusajs/framework/mikro-orm/knex"

export type ColumnRead = { table: string; column: string }

/**
 * What a piece of code reads of Medusa's tables, by PostgreSQL's own account: each statement is made a view, and a view knows the columns
 * that it depends on. Rows that are read whole (`to_jsonb(row)`) count for no column.
 */
export async function columnsRead(
  database: Knex,
  code: (database: Knex) => Promise<unknown>
): Promise<ColumnRead[]> {
  const statements: string[] = []
  const listen = ({ sql, bindings = [] }: Knex.Sql) =>
    statements.push(inlined(sql, bindings))
  database.on("query", listen)
  try {
    await code(database)
  } finally {
    database.removeListener("query", listen)
  }
  const found: ColumnRead[] = []
  for (const statement of statements) {
    found.push(...(await dependenciesOf(database, statement)))
  }
  return found
}

async function dependenciesOf(
  database: Knex,
  statement: string
): Promise<ColumnRead[]> {
  await database.raw(
    // Not as a binding: a view has none. A question mark would be one.
    `create view bpc_reads as select row_to_json(q) from (${statement.replaceAll("?", "\\?")}) q`
  )
  try {
    const { rows }: { rows: ColumnRead[] } = await database.raw(
      `select distinct t.relname as table, a.attname as column
       from pg_depend d
       join pg_rewrite r on d.classid = 'pg_rewrite'::regclass and r.oid = d.objid
       join pg_class t on d.refclassid = 'pg_class'::regclass and t.oid = d.refobjid
       join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid and a.attnum > 0
       where r.ev_class = 'bpc_reads'::regclass and t.relname not like 'bpc\\_%'`
    )
    return rows
  } finally {
    await database.raw(`drop view bpc_reads`)
  }
}

function inlined(statement: string, bindings: readonly unknown[]): string {
  return statement.replace(/\$(\d+)/g, (_, place: string) =>
    literal(bindings[Number(place) - 1])
  )
}

function literal(value: unknown): string {
  if (Array.isArray(value)) {
    return `array[${value.map(literal).join(", ")}]::text[]`
  }
  return typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : `'${String(value).replaceAll("'", "''")}'`
}
