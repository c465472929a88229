import { type LeaseKey, type Leases } from "./leases"
import { readOrderOfCart } from "../core-tables"
import { type Database } from "../database"
import { type SessionLedger, type LedgerRow } from "../ledger"
import { notOurs } from "../refusals"

/** The one way to act on a payment: one at a time, and with what is true under the lock. */
export class PaymentLock {
  constructor(
    private readonly database: Database,
    private readonly ledger: SessionLedger,
    private readonly leases: Leases
  ) {}

  /**
   * Takes the leases of the payment's order or cart and its own, reads it again, and runs `job` with what is true now. Whoever holds
   * them already goes straight in: Medusa's workflows call our provider from inside a settlement.
   *
   * @returns undefined if there is no such payment
   * @throws BusyError, and what `job` throws
   */
  async exclusively<Value>(
    id: string,
    job: (row: LedgerRow) => Promise<Value>,
    options?: { waitMs?: number }
  ): Promise<Value | undefined> {
    for (;;) {
      const before = await this.ledger.find(id)
      if (!before) {
        return undefined
      }
      const keys = await this.leasesOf(before)
      const done = await this.leases.during(
        keys,
        async () => {
          const row = await this.ledger.find(id)
          const needed = row ? await this.leasesOf(row) : []
          return row && needed.every((key) => keys.includes(key))
            ? { value: await job(row) }
            : undefined
        },
        options
      )
      if (done) {
        return done.value
      }
    }
  }

  /**
   * The same by the gateway's id.
   *
   * @returns the row as the job left it
   * @throws GatewayError if it is not ours
   */
  async onGatewaySession(
    gatewaySessionId: string,
    job: (row: LedgerRow) => Promise<void>
  ): Promise<LedgerRow> {
    const known = await this.ledger.findByGatewaySession(gatewaySessionId)
    if (!known) {
      throw notOurs(`The gateway session ${gatewaySessionId || "(none)"}`)
    }
    const row = await this.exclusively(known.id, async (current) => {
      await job(current)
      return (await this.ledger.find(known.id)) ?? current
    })
    return row ?? known
  }

  /**
   * Whose money it is, or will be: the order's, or the cart's while we know of no order; and the payment itself. A cart whose completion was
   * interrupted has its order already, which others may pay for.
   */
  private async leasesOf(row: LedgerRow): Promise<LeaseKey[]> {
    const known = row.orderId ?? row.forOrderId
    const orderId =
      known ??
      (row.cartId && (await readOrderOfCart(this.database, row.cartId))?.id)
    return [
      ...(orderId ? [`order:${orderId}` as const] : []),
      ...(!known && row.cartId ? [`cart:${row.cartId}` as const] : []),
      `payment:${row.id}`,
    ]
  }
}
