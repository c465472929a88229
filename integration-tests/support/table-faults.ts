import { type Surroundings } from "./surroundings"

/** What a database says when it is not well, by SQLSTATE. */
export const SQLSTATES = {
  "terminated by an administrator": "57P01",
  "could not serialize": "40001",
  "too many connections": "53300",
  deadlock: "40P01",
  "connection failure": "08006",
} as const

export type SqlState = (typeof SQLSTATES)[keyof typeof SQLSTATES]

/**
 * Lets everything that writes to a table of the store fail with an error of the database's, from now on.
 *
 * @returns what heals it
 */
export async function breakTable(
  { sql }: Pick<Surroundings, "sql">,
  table: string,
  sqlState: SqlState,
  event: "insert" | "update" | "update or delete" = "insert"
): Promise<() => Promise<void>> {
  await sql(
    `create or replace function test_fault() returns trigger language plpgsql as $$
     begin raise exception 'injected fault' using errcode = tg_argv[0]; end $$`
  )
  await sql(
    `create trigger test_fault before ${event} on "${table}" for each row execute function test_fault('${sqlState}')`
  )
  return async () => {
    await sql(`drop trigger if exists test_fault on "${table}"`)
  }
}

/** What waits for its next try is due now. */
export async function nextTryIsDue({
  sql,
}: Pick<Surroundings, "sql">): Promise<void> {
  await sql(
    `update bpc_session set next_check_at = now() where next_check_at is not null and order_id is null`
  )
}
