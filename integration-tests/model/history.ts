import { type Store } from "../support/store"

/*
 * Every change of a ledger row is written down by the database itself, so that a state that went backwards is seen however
 * short it lasted.
 */

type Move = {
  session_id: string
  was: string
  became: string
  captured_was: string
  captured: string
  order_was: string | null
  order_id: string | null
}

/** Where a payment may go from each state. A person alone lets money out of `held`. */
const NEXT: Record<string, readonly string[]> = {
  creating: [
    "open",
    "expired",
    "failed",
    "canceled",
    "authorized",
    "paid",
    "held",
  ],
  open: [
    "expired",
    "failed",
    "canceled",
    "authorized",
    "paid",
    "held",
    "refunded",
  ],
  expired: ["failed", "canceled", "authorized", "paid", "held", "refunded"],
  failed: ["expired", "canceled", "authorized", "paid", "held", "refunded"],
  canceled: ["authorized", "paid", "held", "refunded"],
  authorized: ["paid", "canceled", "refunded", "held"],
  paid: ["refunded", "canceled", "held"],
  held: ["refunded", "canceled", "paid", "authorized"],
  refunded: [],
}

export async function recordHistory(store: Store): Promise<void> {
  await store.sql(`create table if not exists model_move (
    at timestamptz not null default clock_timestamp(), session_id text, was text, became text,
    captured_was bigint, captured bigint, order_was text, order_id text)`)
  await store.sql(`create or replace function model_record() returns trigger language plpgsql as $$
    begin
      if (old.state, old.captured, old.order_id) is distinct from (new.state, new.captured, new.order_id) then
        insert into model_move values (clock_timestamp(), new.id, old.state, new.state, old.captured, new.captured, old.order_id, new.order_id);
      end if;
      return null;
    end $$`)
  await store.sql(
    `create or replace trigger model_record after update on bpc_session for each row execute function model_record()`
  )
}

export async function forgetHistory(store: Store): Promise<void> {
  await store.sql(`truncate model_move`)
}

/** Moves that no payment may make, in words. */
export async function backwardMoves(store: Store): Promise<string[]> {
  const moves = await store.sql<Move>(`select * from model_move order by at`)
  return moves.flatMap((move) => {
    const { session_id: id, was, became } = move
    const wrong = [
      was !== became &&
        !NEXT[was]?.includes(became) &&
        `${id} went from ${was} to ${became}`,
      Number(move.captured) < Number(move.captured_was) &&
        `${id}: captured fell from ${move.captured_was} to ${move.captured}`,
      move.order_was !== null &&
        move.order_was !== move.order_id &&
        `${id} lost its order ${move.order_was}`,
    ]
    return wrong.filter((line) => line !== false)
  })
}

/** The way that each payment went, for whoever reads a failure. */
export async function ways(store: Store): Promise<string[]> {
  const moves = await store.sql<Move>(
    `select * from model_move where was <> became order by at`
  )
  return moves.map(
    ({ session_id, was, became }) => `${session_id}: ${was} -> ${became}`
  )
}
