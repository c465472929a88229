import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { type Database, sql } from "./database"

/** A process that was killed while it completed a cart keeps others waiting for so long. */
const LEASE_SECONDS = 30
const RENEW_MS = 10_000
/** As long as Medusa's own cart completion waits for its lock (core-flows, complete-cart workflow). */
const WAIT_MS = 30_000
const LOOK_AGAIN_MS = 100

/** Another completion of the same cart went on for longer than anybody waits. */
export class CartBusyError extends Error {
  constructor(cartId: string) {
    super(
      `The cart ${cartId} is being completed by another request. Nothing was done; please try again in a moment.`
    )
  }
}

/** `abandon`: it is not known when the work ends, so the lease ends by itself. */
export type Lease = { release(): Promise<void>; abandon(): void }

/**
 * One completion of a cart at a time, across all processes. Medusa's own lock on the cart does not always hold: kept in memory it
 * knows one process, and the one in PostgreSQL lets in two that come in the same instant (locking-postgres 2.21.2, acquire: the
 * loser of the insert compares its owner, undefined, with the winner's, null). Either makes two orders of one payment. A row with
 * an end is used instead of an advisory lock, which would keep a connection of the pool while the completion needs others.
 */
export class Completions {
  constructor(private readonly database: Database) {}

  /** Waits for its turn. @throws CartBusyError */
  async take(cartId: string): Promise<Lease> {
    const lease = await this.wait(cartId, "true")
    if (!lease) {
      throw new CartBusyError(cartId)
    }
    return lease
  }

  /** The same for a cart that may have nothing to do with us; undefined if so. @throws CartBusyError */
  async takeIfOurs(cartId: string): Promise<Lease | undefined> {
    return this.wait(
      cartId,
      "exists (select 1 from bpc_session where cart_id = :cart)"
    )
  }

  /** Runs the work as the only completion of the cart. @throws CartBusyError, and what the work throws */
  async during<Value>(
    cartId: string,
    work: () => Promise<Value>
  ): Promise<Value> {
    const lease = await this.take(cartId)
    try {
      return await work()
    } finally {
      await lease.release()
    }
  }

  private async wait(
    cartId: string,
    condition: string
  ): Promise<Lease | undefined> {
    const holder = randomUUID()
    const giveUp = Date.now() + WAIT_MS
    for (;;) {
      const [found] = await sql<{ ours: boolean; taken: string | null }>(
        this.database,
        `with asked as (select ${condition} as ours),
         taken as (
           insert into bpc_completion (cart_id, holder, until)
           select :cart, :holder, now() + make_interval(secs => :seconds) from asked where ours
           on conflict (cart_id) do update set holder = excluded.holder, until = excluded.until
             where bpc_completion.until < now()
           returning holder
         )
         select ours, (select holder from taken) as taken from asked`,
        { cart: cartId, holder, seconds: LEASE_SECONDS }
      )
      if (!found?.ours) {
        return undefined
      }
      if (found.taken) {
        return this.held(cartId, holder)
      }
      if (Date.now() > giveUp) {
        throw new CartBusyError(cartId)
      }
      await sleep(LOOK_AGAIN_MS)
    }
  }

  private held(cartId: string, holder: string): Lease {
    const renewing = setInterval(() => {
      // A renewal that fails costs nothing but the lease's end: Medusa's own lock is still there.
      this.renew(cartId, holder).catch(() => undefined)
    }, RENEW_MS)
    renewing.unref()
    return {
      abandon: () => clearInterval(renewing),
      release: async () => {
        clearInterval(renewing)
        await sql(
          this.database,
          `delete from bpc_completion where cart_id = :cart and holder = :holder`,
          { cart: cartId, holder }
        )
      },
    }
  }

  private async renew(cartId: string, holder: string): Promise<void> {
    await sql(
      this.database,
      `update bpc_completion set until = now() + make_interval(secs => :seconds)
       where cart_id = :cart and holder = :holder`,
      { cart: cartId, holder, seconds: LEASE_SECONDS }
    )
  }
}
