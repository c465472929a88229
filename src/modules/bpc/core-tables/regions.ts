import { type Database, sql } from "../database"

/** A region of Medusa's that offers our provider at checkout. */
export type OfferingRegion = {
  id: string
  name: string
  /** ISO 4217, in capitals. */
  currency: string
}

/** The regions in which a provider is switched on, by name. */
export async function readOfferingRegions(
  database: Database,
  providerId: string
): Promise<OfferingRegion[]> {
  return sql<OfferingRegion>(
    database,
    `select r.id, r.name, upper(r.currency_code) as currency
     from region_payment_provider link
     join region r on r.id = link.region_id and r.deleted_at is null
     where link.payment_provider_id = :provider and link.deleted_at is null
     order by r.name, r.id`,
    { provider: providerId }
  )
}
