import { type Database, sql } from "../database"

/** Ids of our provider that Medusa has switched off at its start, since its configuration lacks them, and that payments name. */
export async function readGoneProviders(database: Database): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    database,
    `select pp.id from payment_provider pp
     where pp.id like 'pp\\_bpc\\_%' and not pp.is_enabled and pp.deleted_at is null
       and exists (select 1 from payment p where p.provider_id = pp.id and p.canceled_at is null and p.deleted_at is null)
     order by pp.id`
  )
  return rows.map(({ id }) => id)
}
