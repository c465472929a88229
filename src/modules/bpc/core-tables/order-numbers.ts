import { type Database, sql } from "../database"
import { type OrderNumbers } from "../ledger"

/** The numbers that people know orders by. */
export function orderNumbers(database: Database): OrderNumbers {
  return {
    of: (orderIds) => readOrderNumbers(database, orderIds),
    find: (number) => findOrdersByNumber(database, number),
  }
}

/** By order id; a deleted order keeps its number. */
export async function readOrderNumbers(
  database: Database,
  orderIds: readonly string[]
): Promise<ReadonlyMap<string, number>> {
  const rows = await sql<{ id: string; number: number }>(
    database,
    `select id, display_id as number from "order" where id = any(:orders)`,
    { orders: [...orderIds] }
  )
  return new Map(rows.map(({ id, number }) => [id, number]))
}

export async function findOrdersByNumber(
  database: Database,
  number: number
): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    database,
    `select id from "order" where display_id = :number and deleted_at is null`,
    { number }
  )
  return rows.map(({ id }) => id)
}
