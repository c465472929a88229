import { MEDUSA_COLUMNS, missingSentences } from "./medusa-schema"

/** Runs a statement without bindings on whatever connection the caller has: `client.query` of pg, `raw` of knex. */
export type RunSql = (
  statement: string
) => PromiseLike<{ rows: Record<string, unknown>[] }>

/**
 * What we read of Medusa's tables and a database lacks, one sentence each. Keys of JSON columns are looked for in the newest row; where there
 * is none, nothing can be said of them.
 */
export async function missingFromMedusa(
  run: RunSql,
  schema = "public"
): Promise<string[]> {
  const { rows } = await run(
    `select table_name, column_name from information_schema.columns where table_schema = '${schema.replaceAll("'", "''")}'`
  )
  const found = new Set(
    rows.flatMap(({ table_name: table, column_name: column }) => [
      String(table),
      `${String(table)}.${String(column)}`,
    ])
  )
  const shown = new Set<string>()
  for (const { table, column, key } of MEDUSA_COLUMNS) {
    const place = `${table}.${column}`
    if (key && found.has(place) && !shown.has(place)) {
      const keys = await keysOf(run, { schema, table, column })
      keys.forEach((name) => found.add(`${place}.${name}`))
      if (keys.length > 0) {
        shown.add(place)
      }
    }
  }
  return missingSentences({
    has: (place) => found.has(place),
    showsKeys: (place) => shown.has(place),
  })
}

async function keysOf(
  run: RunSql,
  { schema, table, column }: { schema: string; table: string; column: string }
): Promise<string[]> {
  // Medusa's ids are ULIDs: the last one is the newest, and the primary key knows it.
  const { rows } = await run(
    `select jsonb_object_keys(newest.keys) as key from (
       select ${column} as keys from "${schema.replaceAll('"', "")}"."${table}" order by id desc limit 1) newest`
  )
  return rows.map(({ key }) => String(key))
}
