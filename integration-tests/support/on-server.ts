import { Client } from "@medusajs/framework/pg"

/** Runs one statement on the server itself, such as creating or dropping a database. */
export async function onServer(
  serverUrl: string,
  statement: string
): Promise<void> {
  const client = new Client({ connectionString: `${serverUrl}/postgres` })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
