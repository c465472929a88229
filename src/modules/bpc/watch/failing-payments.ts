import { type Database, sql } from "../database"
import {
  type LedgerRecord,
  type LedgerRow,
  toLedgerRow,
  type TimelineKind,
  TIMELINE_FOR_CHANGED,
  timelineBindings,
} from "../ledger"

/**
 * `read`: the gateway gives no usable answer about it; `close`: its page cannot be closed; `doubt`: it is not known what became of something
 * that was sent; `work`: anything else that was tried and did not succeed; `released`: its order owes what nothing is held for any more.
 */
export const FAILURES = ["read", "close", "doubt", "work", "released"] as const

export type Failure = (typeof FAILURES)[number]

/** A passing fault is given this long before a person is told; the promise is an hour. */
export const NOTIFY_AFTER_SECONDS = 30 * 60

/** SQL: a person has been told of it, or is about to be. */
export const FAILS_FOR_LONG = `failing is not null and failing_since < now() - interval '${NOTIFY_AFTER_SECONDS} seconds'`

/** So long nobody is told of another payment that fails in the same way: of those that an outage stops, a person hears once. */
const NOTIFIED_ALREADY = `case s.failing when 'read' then interval '6 hours' else interval '${NOTIFY_AFTER_SECONDS} seconds' end`

/** SQL: ids of payments that a person must be told of now. */
export const UNNOTIFIED_FAILURES = `select s.id from bpc_session s where ${FAILS_FOR_LONG} and failing_notified_at is null
  and not exists (select 1 from bpc_session known where known.failing = s.failing and known.failing_notified_at > now() - ${NOTIFIED_ALREADY})`

const BEGINS: Record<Failure, TimelineKind> = {
  read: "gateway_error",
  close: "retrying",
  doubt: "retrying",
  work: "retrying",
  released: "released_unpaid",
}

/** Several payments that fail in the same way, told at once. */
export type FailuresToNotify = {
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
   * Something failed once more. Only the first failure is written in the timeline. That an order is not paid any more is another matter than
   * what keeps the job from settling its payment: it waits until that is over, and whoever was told of the one was not told of the other.
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
           failing_since = case when b.continues then failing_since else least(now(), cast(:since as timestamptz)) end,
           failing_notified_at = case when b.continues then failing_notified_at end
         from (select id, failing is not null and (failing = 'released') = (:failure = 'released') as continues
           from bpc_session where id = :id and (failing is null or failing = 'released' or :failure <> 'released')) b
         where s.id = b.id
         returning s.id, b.continues
       ), changed as (
         select id from written where not continues
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
  async end(
    id: string,
    how: "recovered" | "gave_up",
    { released = false }: { released?: boolean } = {}
  ): Promise<void> {
    await sql(
      this.database,
      `with changed as (
         update bpc_session set failing = null, failing_since = null, failing_why = null, failing_notified_at = null
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

  /** Takes what a person must be told about now, for one process only. Payments that fail in the same way are told together. */
  async takeUnnotified(): Promise<FailuresToNotify[]> {
    const rows = await sql<
      LedgerRecord & { failing: Failure; failing_why: string }
    >(
      this.database,
      `update bpc_session set failing_notified_at = now()
       where id in (select id from bpc_session where id in (${UNNOTIFIED_FAILURES}) for update skip locked)
       returning *`
    )
    return FAILURES.flatMap((failure) => {
      const news = rows
        .filter((row) => row.failing === failure)
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
