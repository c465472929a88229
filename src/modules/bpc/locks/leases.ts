import { AsyncLocalStorage } from "node:async_hooks"
import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { MedusaError } from "@medusajs/framework/utils"
import { type Database, sql } from "../database"
import { LocalQueue } from "./local-queue"

/** A process that was killed while it held a lease keeps others waiting for so long. */
const LEASE_SECONDS = 30
const RENEW_MS = 10_000
const LOOK_AGAIN_MS = 100
/** Longer than a gateway call may take (30 s), so that whoever waits gets its turn. */
const WAIT_MS = 45_000

/** What is worked on by one at a time: an order's money, a cart's completion, a payment (`bpcses_…`). */
export type LeaseKey =
  `order:${string}` | `cart:${string}` | `payment:${string}`

/** The order in which leases are taken everywhere, so that no two ever wait for each other. */
const RANK = ["order", "cart", "payment"]

/**
 * Another request or process has been at work on it for longer than this one waits. Of a type whose sentence Medusa shows: it replaces that
 * of a conflict by its own (framework, http/middlewares/error-handler).
 */
export class BusyError extends MedusaError {
  constructor(readonly keys: readonly LeaseKey[]) {
    super(
      MedusaError.Types.NOT_ALLOWED,
      `${keys.map(inWords).join(" and ")} is being worked on by another request. Nothing was done; please try again in a moment.`
    )
  }
}

/** `abandon`: it is not known when the work ends, so the lease ends by itself. */
export type Lease = {
  /** Runs work that may take the same leases again. */
  run<Value>(work: () => Value): Value
  release(): Promise<void>
  abandon(): void
}

type Held = {
  keys: ReadonlySet<LeaseKey>
  live: boolean
  within?: Held
}

/** What the running call chain holds: Medusa's workflows call our provider from inside of what we hold. */
const HELD = new AsyncLocalStorage<Held>()

/**
 * One at a time, across all processes and whatever locks the store has configured. Medusa's Locking module is not enough: kept in
 * memory it knows one process; in PostgreSQL each waiter keeps a connection of the pool while the one who works needs others, and
 * two that come in the same instant are both let in (locking-postgres 2.21.2, `execute` and `acquire`). A lease is a row with an end;
 * waiting for one holds no connection.
 */
export class Leases {
  private readonly queue = new LocalQueue()

  constructor(private readonly database: Database) {}

  /**
   * Runs the work as the only one that holds these. What the call chain holds already is not waited for.
   *
   * @param waitMs how long to wait; 0 does not wait at all
   * @throws BusyError, and what the work throws
   */
  async during<Value>(
    keys: readonly LeaseKey[],
    work: () => Promise<Value>,
    { waitMs = WAIT_MS } = {}
  ): Promise<Value> {
    const lease = await this.take(keys, { waitMs })
    try {
      return await lease.run(work)
    } finally {
      await lease.release()
    }
  }

  /** @throws BusyError */
  async take(
    keys: readonly LeaseKey[],
    { waitMs = WAIT_MS } = {}
  ): Promise<Lease> {
    const wanted = missing(keys)
    if (wanted.length === 0) {
      return {
        run: (work) => work(),
        release: async () => {},
        abandon: () => {},
      }
    }
    const deadline = Date.now() + waitMs
    const leave = await this.queue.enter(wanted, deadline)
    if (!leave) {
      throw new BusyError(wanted)
    }
    try {
      const holder = await this.insert(wanted, deadline)
      return this.lease(wanted, holder, leave)
    } catch (error) {
      leave()
      throw error
    }
  }

  /**
   * Runs what somebody's work has set off but what is no part of it (a subscriber's work): what that one holds is not held by this one, which
   * may go on for longer.
   */
  apart<Value>(work: () => Promise<Value>): Promise<Value> {
    return HELD.exit(work)
  }

  /** Waits until those of this process that hold or want these now are through; takes nothing. */
  async passed(keys: readonly LeaseKey[], waitMs: number): Promise<void> {
    const leave = await this.queue.enter(keys, Date.now() + waitMs)
    leave?.()
  }

  private async insert(
    keys: readonly LeaseKey[],
    deadline: number
  ): Promise<string> {
    const holder = randomUUID()
    for (;;) {
      const taken = await sql<{ key: LeaseKey }>(
        this.database,
        `insert into bpc_lease (key, holder, until)
         select key, :holder, now() + make_interval(secs => :seconds) from unnest(cast(:keys as text[])) key order by key
         on conflict (key) do update set holder = excluded.holder, until = excluded.until where bpc_lease.until < now()
         returning key`,
        { keys: [...keys], holder, seconds: LEASE_SECONDS }
      )
      if (taken.length === keys.length) {
        return holder
      }
      if (taken.length > 0) {
        await this.delete(holder)
      }
      if (Date.now() >= deadline) {
        const free = new Set(taken.map(({ key }) => key))
        throw new BusyError(keys.filter((key) => !free.has(key)))
      }
      await sleep(LOOK_AGAIN_MS)
    }
  }

  private lease(
    keys: readonly LeaseKey[],
    holder: string,
    leave: () => void
  ): Lease {
    const held: Held = {
      keys: new Set(keys),
      live: true,
      within: HELD.getStore(),
    }
    const renewing = setInterval(() => {
      // A renewal that fails costs nothing but the lease's end; what is decided is compared with the gateway's books all the same.
      this.renew(holder).then(
        (renewed) => {
          // Somebody else may have them by now: whoever comes in from here on takes them anew.
          held.live &&= renewed === keys.length
        },
        () => undefined
      )
    }, RENEW_MS)
    renewing.unref()
    const end = () => {
      // What was started in here and goes on afterwards (a subscriber's work) does not hold them any more.
      held.live = false
      clearInterval(renewing)
      leave()
    }
    return {
      run: (work) => HELD.run(held, work),
      abandon: end,
      release: async () => {
        try {
          await this.delete(holder)
        } finally {
          end()
        }
      },
    }
  }

  /** @returns how many of them are still held */
  private async renew(holder: string): Promise<number> {
    const rows = await sql(
      this.database,
      `update bpc_lease set until = now() + make_interval(secs => :seconds) where holder = :holder returning key`,
      { holder, seconds: LEASE_SECONDS }
    )
    return rows.length
  }

  private async delete(holder: string): Promise<void> {
    await sql(this.database, `delete from bpc_lease where holder = :holder`, {
      holder,
    })
  }
}

/**
 * Those that the call chain does not hold yet, in the order in which they are taken. One that comes before what is held is left
 * out: waiting for it could wait for somebody who waits for us.
 */
function missing(keys: readonly LeaseKey[]): LeaseKey[] {
  const held: LeaseKey[] = []
  for (let one = HELD.getStore(); one; one = one.within) {
    held.push(...(one.live ? one.keys : []))
  }
  const highest = Math.max(-1, ...held.map(rank))
  return [...new Set(keys)]
    .filter((key) => !held.includes(key) && rank(key) >= highest)
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
}

function rank(key: LeaseKey): number {
  return RANK.indexOf(key.slice(0, key.indexOf(":")))
}

function inWords(key: LeaseKey): string {
  const [kind, ...id] = key.split(":")
  return `The ${kind} ${id.join(":")}`
}
