import { type Database, sql } from "../database"

/** Things that must happen now and then, or that somebody must hear of when they do. */
export type Heartbeat =
  | "started"
  | "reconcile"
  | "bad_webhook"
  /** A real webhook came in another layout than its account's. */
  | "other_layout"
  /** A webhook's body had been read, and its bytes thrown away, by something else in the store. */
  | "body_read"
  | "clock"
  /** All shoppers of a while arrived with one address: its detail. */
  | "shared_address"
  /** Told by a process that saw the job silent. */
  | "job_silent"
  | "pruned"
  | "shipments"
  /** Orders were looked for that owe what nothing is held for any more. */
  | "released"

/** A heartbeat is written at most this often, whatever happens meanwhile: a flood of forged webhooks costs the database nothing. */
const AT_MOST_EVERY_MS: Record<Heartbeat, number> = {
  started: 0,
  reconcile: 30_000,
  bad_webhook: 30_000,
  other_layout: 30_000,
  body_read: 30_000,
  clock: 30_000,
  job_silent: 0,
  shared_address: 3_600_000,
  pruned: 3_600_000,
  shipments: 60_000,
  released: 300_000,
}

/** Its age is the database's own: the clock of the server that looks is another one. */
export type SeenHeartbeat = {
  at: Date
  detail: string | null
  ageSeconds: number
}

/** Remembers when something last happened, for the health page. */
export class Heartbeats {
  private readonly written = new Map<Heartbeat, number>()

  constructor(private readonly database: Database) {}

  /** @returns whether it was written now */
  async beat(name: Heartbeat, detail: string | null = null): Promise<boolean> {
    const now = Date.now()
    if (now - (this.written.get(name) ?? 0) < AT_MOST_EVERY_MS[name]) {
      return false
    }
    this.written.set(name, now)
    await sql(
      this.database,
      `insert into bpc_heartbeat (name, detail) values (:name, :detail)
       on conflict (name) do update set at = now(), detail = excluded.detail`,
      { name, detail }
    )
    return true
  }

  /**
   * Whether the job has been silent for so long, by the database's clock, and nobody was told of it within the hour: then somebody is now. A
   * store that has just been started is given the same time.
   */
  async jobIsSilent(seconds: number): Promise<boolean> {
    const rows = await sql(
      this.database,
      `insert into bpc_heartbeat (name)
       select 'job_silent' where not exists (select 1 from bpc_heartbeat
           where name in ('reconcile', 'started') and at > now() - make_interval(secs => :seconds))
         and not exists (select 1 from bpc_heartbeat where name = 'job_silent' and at > now() - interval '1 hour')
       on conflict (name) do update set at = now()
       returning name`,
      { seconds }
    )
    return rows.length > 0
  }

  /** It is as if it had never happened. */
  async forget(name: Heartbeat): Promise<void> {
    await sql(this.database, `delete from bpc_heartbeat where name = :name`, {
      name,
    })
    this.written.delete(name)
  }

  async read(): Promise<Partial<Record<Heartbeat, SeenHeartbeat>>> {
    const rows = await sql<SeenHeartbeat & { name: Heartbeat }>(
      this.database,
      `select name, at, detail, extract(epoch from now() - at)::float as "ageSeconds" from bpc_heartbeat`
    )
    return Object.fromEntries(
      rows.map(({ name, at, detail, ageSeconds }) => [
        name,
        { at, detail, ageSeconds },
      ])
    )
  }
}
