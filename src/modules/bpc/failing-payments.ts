import { type Database, sql } from "./database"
import { type LedgerRecord, type LedgerRow, toLedgerRow } from "./ledger-row"
import {
  type TimelineKind,
  TIMELINE_FOR_CHANGED,
  timelineBindings,
} from "./timeline"

/**
 * `read`: the gateway gives no usable answer about it; `close`: its page cannot be closed; `doubt`: it is not known what became of something
 * that was sent; `work`: anything else that was tried and did not succeed; `released`: its order owes what nothing is held for any more.
 */
export const FAILURES = ["read", "close", "doubt", "work", "released"] as const

export type Failure = (typeof FAILURES)[number]

/** A passing fault is given this long before a person is told; the promise is an hour. */
export const TELL_AFTER_SECONDS = 30 * 60

/** SQL: a person has been told of it, or is about to be. */
export const FAILS_FOR_LONG = `failing is not null and failing_since < now() - interval '${TELL_AFTER_SECONDS} seconds'`

const BEGINS: Record<Failure, TimelineKind> = {
  read: "gateway_error",
  close: "retrying",
  doubt: "retrying",
  work: "retrying",
  released: "released_unpaid",
}

/** Several payments that fail in the same way, told at once. */
export type FailuresToTell = {
  failure: Failure
  count: number
  /** The one that has failed for longest. */
  first: LedgerRow
  why: string
}

/**
 * Payments with which the job does not come to an end. The first failure of a row starts its clock, a success ends it; nothing is tried for
 * longer than an hour without a person being told, and what is over is told no longer.
 */
export class FailingPayments {
  constructor(private readonly database: Database) {}

  /**
   * Something failed once more. Only the first failure is written in the timeline.
   *
   * @param since if it has been so for longer than we know of
   */
  async note(
    id: string,
    failure: Failure,
    {
      why,
      details,
      since = new Date(),
    }: { why: string; details?: Record<string, unknown>; since?: Date }
  ): Promise<void> {
    await sql(
      this.database,
      `with written as (
         update bpc_session s set failing = :failure, failing_why = :why,
           failing_since = coalesce(failing_since, least(now(), cast(:since as timestamptz)))
         from (select id, failing as before from bpc_session where id = :id) b where s.id = b.id
         returning s.id, b.before
       ), changed as (
         select id from written where before is null
       )${TIMELINE_FOR_CHANGED}
       select id from changed`,
      {
        id,
        failure,
        why: why.slice(0, 300),
        since,
        ...timelineBindings({
          kind: BEGINS[failure],
          details: details ?? { message: why.slice(0, 300) },
        }),
      }
    )
  }

  /** It worked, or it is not tried any more. A person is told no longer. @param released that one, or any other failure */
  async over(
    id: string,
    how: "recovered" | "gave_up",
    { released = false }: { released?: boolean } = {}
  ): Promise<void> {
    await sql(
      this.database,
      `with changed as (
         update bpc_session set failing = null, failing_since = null, failing_why = null, failing_told_at = null
         where id = :id and (failing = 'released') = cast(:released as boolean)
         returning id
       )${TIMELINE_FOR_CHANGED}
       select id from changed`,
      { id, released, ...timelineBindings({ kind: how }) }
    )
  }

  /** Ids of the payments whose orders are known to owe what nothing is held for any more. */
  async released(): Promise<string[]> {
    const rows = await sql<{ id: string }>(
      this.database,
      `select id from bpc_session where failing = 'released'`
    )
    return rows.map(({ id }) => id)
  }

  /**
   * Takes what a person must be told about now, for one process only. Payments that fail in the same way are told together. What cannot be
   * read has one cause for all of them, so it is not told again while one that was told cannot be read still.
   */
  async takeUntold(): Promise<FailuresToTell[]> {
    const rows = await sql<
      LedgerRecord & { failing: Failure; failing_why: string; known: boolean }
    >(
      this.database,
      `with known as (
         select distinct failing from bpc_session where failing is not null and failing_told_at is not null
       )
       update bpc_session s set failing_told_at = now()
       where id in (select id from bpc_session where ${FAILS_FOR_LONG} and failing_told_at is null for update skip locked)
       returning s.*, s.failing in (select failing from known) as known`
    )
    return FAILURES.flatMap((failure) => {
      const news = rows
        .filter(
          (row) => row.failing === failure && !(failure === "read" && row.known)
        )
        .sort((a, b) => since(a) - since(b))
      const [first] = news
      return first
        ? [
            {
              failure,
              count: news.length,
              first: toLedgerRow(first),
              why: first.failing_why,
            },
          ]
        : []
    })
  }
}

function since({ failing_since }: LedgerRecord): number {
  return failing_since?.getTime() ?? 0
}
