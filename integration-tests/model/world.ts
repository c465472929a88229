import { type IWorkflowEngineService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { Clerk } from "../support/clerk"
import { codeOf } from "../support/fractions"
import { type Fleet } from "../support/fleet"
import { type Store, openStore, startStore } from "../support/store"
import { restock } from "../support/warehouse"
import { Buyer } from "./buyer"
import { forgetHistory, recordHistory } from "./history"
import { type OrderLife } from "./order-life"
import { PERCENT_OFF } from "./order-step"
import { type Scenario } from "./scenario"

/** The capture method is left to the admin's settings, which a scenario chooses. */
export const SURROUNDINGS = { environment: { BPC_CAPTURE_METHOD: "" } }

/** The store that all scenarios are played in, one after the other, and what the running one has brought about so far. */
export class World {
  buyers: Buyer[] = []
  /** What happened, line by line. */
  story: string[] = []
  /**
   * Orders on which two people acted at the same time. Medusa's own books of such an order (its transactions and the status
   * that follows from them) may be wrong by then, since its workflows read, call and write without a lock; its payment's are not.
   */
  readonly contested = new Set<string>()
  /** Whether in the running round more than one hand may be at the same order. */
  crowded = false
  /** The order whose life is played, if that is the game. */
  life: OrderLife | undefined
  private settings = ""
  private since = Date.now()

  private constructor(
    readonly store: Store,
    readonly clerk: Clerk,
    /** How long other processes may go on with settings that were changed. */
    private readonly settingsAgeMs: number
  ) {}

  static async open(): Promise<World> {
    return World.of(await startStore(SURROUNDINGS), 0)
  }

  /** The same, played on a fleet: the Medusa in this process only looks on and ticks. */
  static async ofFleet(fleet: Fleet): Promise<World> {
    Object.assign(process.env, fleet.environment, {
      MEDUSA_WORKER_MODE: "server",
    })
    return World.of(await openStore(fleet.surroundings), 3_200)
  }

  private static async of(store: Store, settingsAgeMs: number) {
    await recordHistory(store)
    return new World(store, await Clerk.logIn(store), settingsAgeMs)
  }

  get gateway() {
    return this.store.sandbox.control
  }

  /** Forgets the last scenario's payments on both sides, and makes the shop as this one wants it. */
  async begin(scenario: Scenario): Promise<void> {
    await this.gateway.idle()
    this.gateway.reset()
    this.gateway.backToNow()
    this.gateway.setFaults({
      partialCapture: scenario.partialCapture,
      refunds: scenario.refunds,
    })
    await this.store.sql(
      `truncate bpc_session, bpc_event, bpc_shipped_order, bpc_payment_link cascade`
    )
    await forgetHistory(this.store)
    await restock(this.store)
    await this.set({
      capture_method: scenario.capture,
      late_payment: scenario.latePayment,
      capture_on_shipment: scenario.life?.ship ?? "off",
    })
    this.story = []
    this.contested.clear()
    this.life = undefined
    this.since = Date.now()
    this.buyers = scenario.shoppers.map(
      (market) => new Buyer(this.store, market)
    )
    await Promise.all(
      this.buyers.map((buyer) =>
        buyer.fillCart(
          "MUG-EMBER",
          scenario.life?.quantity,
          scenario.life?.fraction ? [codeOf(PERCENT_OFF)] : []
        )
      )
    )
  }

  readonly note = (line: string): void => {
    const seconds = ((Date.now() - this.since) / 1000).toFixed(1).padStart(5)
    this.story.push(`${seconds} ${line}`)
  }

  buyer(who: number): Buyer {
    const buyer = this.buyers[who % this.buyers.length]
    if (!buyer) {
      throw new Error("A scenario needs a shopper")
    }
    return buyer
  }

  /** One tick of the reconcile job, as the schedule would start it. */
  async tick(): Promise<void> {
    const engine = this.store.container.resolve<IWorkflowEngineService>(
      Modules.WORKFLOW_ENGINE
    )
    await engine.run("bpc-reconcile", { input: {} })
  }

  /** Lets time pass at the gateway and in the shop's books alike. */
  async wait(minutes: number): Promise<void> {
    await this.gateway.advanceTime(minutes * 60_000)
    const ago = (...columns: string[]) =>
      columns
        .map((column) => `${column} = ${column} - make_interval(secs => $1)`)
        .join(", ")
    const seconds = [minutes * 60]
    await this.store.sql(
      `with ours as (select p.id from payment p join bpc_session s on s.gateway_session_id = p.data ->> 'id'),
         operations as (update bpc_operation set ${ago("created_at", "updated_at")}),
         events as (update bpc_event set ${ago("received_at", "next_attempt_at")}),
         shipped as (update bpc_shipped_order set ${ago("next_attempt_at", "due_since", "notify_at", "notified_at")}),
         captures as (update capture set ${ago("created_at")} where payment_id in (select id from ours)),
         refunds as (update refund set ${ago("created_at")} where payment_id in (select id from ours))
       update bpc_session set ${ago("created_at", "expires_at", "retired_at", "next_check_at")}`,
      seconds
    )
  }

  /** What every door hears from the gateway is forgotten by the circuit breaker with its next good answer, such as this one. */
  async assureGatewayIsBack(): Promise<void> {
    const [row] = await this.store.sql<{ id: string }>(
      `select id from bpc_session where gateway_session_id is not null limit 1`
    )
    const ledgerRow = row && (await this.store.bpc.ledger.find(row.id))
    if (ledgerRow) {
      await this.store.bpc.readAtGateway(ledgerRow)
    }
  }

  private async set(settings: object): Promise<void> {
    const text = JSON.stringify(settings)
    if (text === this.settings) {
      return
    }
    const { status, body } = await this.clerk.call(
      "POST",
      "/admin/bpc/settings",
      settings
    )
    if (status !== 200) {
      throw new Error(`The settings were refused: ${JSON.stringify(body)}`)
    }
    this.settings = text
    await new Promise((next) => setTimeout(next, this.settingsAgeMs))
  }
}
