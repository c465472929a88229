import type { Clock } from "../clock"
import { notFound } from "../errors"
import type { EventWriter, GatewayEvent } from "../events"
import type { FaultDesk } from "../fault-desk"
import { newRequestId } from "../ids"
import type { Delivery } from "./delivery"
import { WebhookSender, type WebhookTarget } from "./sender"

type Parts = {
  clock: Clock
  desk: FaultDesk
  events: EventWriter
  target: WebhookTarget
  retry: { attempts: number; delayMs: number }
  timeoutMs: number
  onChange: () => void
  say: (line: string) => void
}

const KEPT_DELIVERIES = 2000

/** Delivers events to the shop: in order within a session, again after a delay until HTTP 200, each try written down. */
export class WebhookDispatcher {
  private deliveries: Delivery[] = []
  private readonly queues = new Map<string, Promise<void>>()
  private readonly retries = new Map<string, () => void>()
  private readonly inFlight = new Set<Promise<void>>()
  private readonly sender: WebhookSender
  private count = 0

  constructor(private readonly parts: Parts) {
    this.sender = new WebhookSender(parts)
  }

  list(): readonly Delivery[] {
    return this.deliveries
  }

  find(id: string): Delivery {
    const delivery = this.deliveries.find((one) => one.id === id)
    if (!delivery) throw notFound("delivery", id)
    return delivery
  }

  /** Resolves when every event that is due at once has been tried once; later tries follow on the sandbox clock. */
  send(events: readonly GatewayEvent[]): Promise<void> {
    const faults = this.parts.desk.current.webhooks
    const shared = newRequestId()
    const deliveries = this.arrange(events).map((event) => {
      const requestId = {
        per_event: newRequestId(),
        per_try: newRequestId(),
        per_happening: shared,
        absent: null,
      }[faults.requestId]
      return this.record(event, requestId)
    })
    const copies = deliveries.flatMap((delivery) => [
      delivery,
      ...Array.from({ length: faults.duplicate }, () =>
        this.record(delivery, delivery.requestId)
      ),
    ])
    const [first] = copies
    if (!first) return Promise.resolve()
    const before = this.queues.get(first.sessionId) ?? Promise.resolve()
    const run = before.then(async () => {
      const { together } = this.parts.desk.current.webhooks
      if (together) await Promise.all(copies.map((one) => this.start(one)))
      else for (const delivery of copies) await this.start(delivery)
    })
    this.queues.set(first.sessionId, run)
    void run.finally(() => {
      if (this.queues.get(first.sessionId) === run) {
        this.queues.delete(first.sessionId)
      }
    })
    return this.track(run)
  }

  /** One more try, now, whatever became of the earlier ones. */
  async resend(id: string): Promise<Delivery> {
    const delivery = this.find(id)
    await this.track(this.attempt(delivery, true))
    return delivery
  }

  /** Resolves when nothing is being sent. Tries that wait for their time do not count. */
  async idle(): Promise<void> {
    while (this.inFlight.size > 0) await Promise.allSettled(this.inFlight)
  }

  restore(deliveries: Delivery[]): void {
    this.deliveries = deliveries
    this.count = deliveries.length
    for (const delivery of deliveries) {
      if (delivery.state !== "waiting" && delivery.state !== "retrying")
        continue
      const due = delivery.nextTryAt ?? this.parts.clock.now()
      this.later(delivery, due - this.parts.clock.now())
    }
  }

  clear(): void {
    for (const cancel of this.retries.values()) cancel()
    this.retries.clear()
    this.queues.clear()
    this.deliveries = []
  }

  async close(): Promise<void> {
    this.clear()
    this.sender.stop()
    await this.idle()
  }

  private arrange(events: readonly GatewayEvent[]): GatewayEvent[] {
    const { webhooks } = this.parts.desk.current
    const known = events.filter(
      (event) =>
        event.type !== "session.created" ||
        webhooks.sessionCreated ||
        webhooks.early
    )
    if (webhooks.reorder) known.reverse()
    const [first] = known
    return first && webhooks.unknownEvents
      ? [this.parts.events.unknown(first.sessionId), ...known]
      : known
  }

  private record(
    event: Pick<GatewayEvent, "type" | "sessionId" | "body">,
    requestId: string | null
  ): Delivery {
    const delivery: Delivery = {
      id: `whd_${++this.count}`,
      type: event.type,
      sessionId: event.sessionId,
      requestId,
      body: event.body,
      createdAt: this.parts.clock.now(),
      state: "waiting",
      tries: [],
    }
    this.deliveries.push(delivery)
    if (this.deliveries.length > KEPT_DELIVERIES) this.deliveries.shift()
    this.parts.onChange()
    return delivery
  }

  private async start(delivery: Delivery): Promise<void> {
    const { drop, delayMs } = this.parts.desk.current.webhooks
    if (drop === true || (drop && drop.includes(delivery.type))) {
      delivery.state = "dropped"
      return this.parts.onChange()
    }
    const wait =
      typeof delayMs === "number" ? delayMs : (delayMs[delivery.type] ?? 0)
    if (wait > 0) return this.later(delivery, wait)
    return this.attempt(delivery, false)
  }

  private later(delivery: Delivery, wait: number): void {
    const { clock } = this.parts
    delivery.nextTryAt = clock.now() + Math.max(0, wait)
    const cancel = clock.after(wait, () => {
      this.retries.delete(delivery.id)
      return this.track(this.attempt(delivery, false))
    })
    this.retries.set(delivery.id, cancel)
    this.parts.onChange()
  }

  private async attempt(delivery: Delivery, manual: boolean): Promise<void> {
    const { target, retry } = this.parts
    if (!target.url) {
      delivery.state = "no_target"
      return this.parts.onChange()
    }
    const result = await this.sender.send(delivery, target.url, manual)
    delivery.tries.push(result)
    const heard = result.status ?? result.error
    this.parts.say(`webhook  ${delivery.type}  ${heard}`)
    const forgotten = !this.deliveries.includes(delivery)
    if (forgotten) return
    const automatic = delivery.tries.filter((one) => !one.manual).length
    if (result.status === 200) {
      delivery.state = "delivered"
      this.retries.get(delivery.id)?.()
      this.retries.delete(delivery.id)
      delivery.nextTryAt = undefined
    } else if (!manual && automatic < retry.attempts) {
      delivery.state = "retrying"
      this.later(delivery, retry.delayMs)
    } else if (!this.retries.has(delivery.id)) {
      if (delivery.state !== "delivered") delivery.state = "failed"
      delivery.nextTryAt = undefined
    }
    this.parts.onChange()
  }

  private track(work: Promise<void>): Promise<void> {
    this.inFlight.add(work)
    const done = () => this.inFlight.delete(work)
    work.then(done, done)
    return work
  }
}
