import { Client } from "@medusajs/framework/pg"

/** Asks a database one question on a connection of its own. */
export async function onServerAsk<Row>(
  databaseUrl: string,
  statement: string
): Promise<Row[]> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query(statement)).rows as Row[]
  } finally {
    await client.end()
  }
}
