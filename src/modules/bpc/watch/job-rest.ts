import { CHANGED_PAGES } from "../core-tables"
import { NEEDS_PERSON } from "../ledger"
import { type Database, lastUseOf, sql } from "../database"
import { UNNOTIFIED_FAILURES } from "./failing-payments"

const TICK_MS = 5_000
/** What nobody waits for (old events, shipments and releases whose event was lost) is looked after this often in an idle store. */
const CHORES_EVERY_MS = 10 * 60_000

type Work = {
  due: boolean
  /** A page can be paid, so that one may be left at any moment, by another process too. */
  open: boolean
  /** Until the next row is due; null when none ever is. */
  seconds: number | null
}

/**
 * Keeps the job's ticks from asking the database for nothing: one statement tells whether there is work, and while nothing is open and nobody
 * uses the plugin in this process, it is asked less and less often, up to `longestMs` (a serverless PostgreSQL can sleep meanwhile).
 */
export class JobRest {
  private restUntil = 0
  private restMs = 0
  private askedAt = 0
  private worked = 0

  constructor(
    private readonly database: Database,
    private readonly longestMs: number
  ) {}

  /** Whether this tick has to run. */
  async isOver(): Promise<boolean> {
    const now = Date.now()
    if (now < this.restUntil && lastUseOf(this.database) <= this.askedAt) {
      return false
    }
    const used = lastUseOf(this.database) > this.askedAt
    const { due, open, seconds } = await this.ask()
    this.askedAt = Math.max(now, lastUseOf(this.database))
    const chores = now - this.worked >= CHORES_EVERY_MS
    this.restMs =
      due || open || used
        ? 0
        : Math.min(Math.max(TICK_MS, this.restMs * 2), this.longestMs)
    this.restUntil =
      now + Math.min(this.restMs, Math.max(0, (seconds ?? Infinity) * 1_000))
    if (due || chores) {
      this.worked = now
    }
    return due || chores
  }

  /** The tick has run; what it did itself is no reason to stay awake. */
  ran(): void {
    this.askedAt = Math.max(Date.now(), lastUseOf(this.database))
  }

  /** It shows in the same statement that the job is alive. */
  private async ask(): Promise<Work> {
    const [work] = await sql<Work>(
      this.database,
      `with alive as (
         insert into bpc_heartbeat (name) select 'reconcile'
         where not exists (select 1 from bpc_heartbeat where name = 'reconcile' and at > now() - interval '30 seconds')
         on conflict (name) do update set at = now()
       )
       select (
           exists (select 1 from bpc_event where next_attempt_at <= now())
           or exists (select 1 from bpc_session where next_check_at <= now())
           or exists (${CHANGED_PAGES})
           or exists (select 1 from bpc_session where ${NEEDS_PERSON} and notified_at is null)
           or exists (${UNNOTIFIED_FAILURES})
           or exists (select 1 from bpc_shipped_order where next_attempt_at <= now())
           or exists (select 1 from bpc_shipped_order where problem is not null and notify_at <= now() and notified_at is null)
         ) as due,
         exists (select 1 from bpc_session where state in ('creating', 'open')) as open,
         extract(epoch from least(
           (select next_check_at from bpc_session where next_check_at is not null order by next_check_at limit 1),
           (select next_attempt_at from bpc_event where next_attempt_at is not null order by next_attempt_at limit 1),
           (select next_attempt_at from bpc_shipped_order where next_attempt_at is not null order by next_attempt_at limit 1)
         ) - now())::float as seconds`
    )
    return work ?? { due: true, open: true, seconds: 0 }
  }
}
