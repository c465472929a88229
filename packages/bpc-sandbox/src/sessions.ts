import type { Clock } from "./clock"
import { Refusal, wrongState } from "./errors"
import type { EventWriter, GatewayEvent } from "./events"
import type { FaultDesk } from "./fault-desk"
import { newMdOrder, sessionIdOf } from "./ids"
import type { SessionRecord } from "./model"
import type { SessionStore } from "./session-store"
import type { Actor, Timeline } from "./timeline"

export type NewSession = Pick<
  SessionRecord,
  | "amount"
  | "currency"
  | "captureMethod"
  | "successUrl"
  | "failureUrl"
  | "locale"
  | "customerDetails"
  | "metadata"
  | "merchantCustomerId"
  | "setupFutureUsage"
> & {
  merchantReferenceId?: string
  expiresAt?: number
}

/** What an operation did, with the events that it caused, in the order of reference, section 12.1. */
export type Happening = { session: SessionRecord; events: GatewayEvent[] }

type Parts = {
  clock: Clock
  desk: FaultDesk
  store: SessionStore
  events: EventWriter
  timeline: Timeline
  lifetimeSeconds: number
  /** Hears of sessions that ran out of time by themselves. */
  onExpiry: (happening: Happening) => Promise<void>
}

/** The life of a session: created, and expired by request or by time. */
export class Sessions {
  private nextReference = 4000

  constructor(private readonly parts: Parts) {}

  create(input: NewSession): Happening {
    const { store, clock, timeline, events } = this.parts
    const merchantReferenceId =
      input.merchantReferenceId ?? this.inventReference()
    this.assertNewReference(merchantReferenceId)
    const mdOrder = newMdOrder()
    const createdAt = Math.floor(clock.now() / 1000) * 1000
    const session: SessionRecord = {
      ...input,
      id: sessionIdOf(mdOrder),
      mdOrder,
      merchantReferenceId,
      createdAt,
      expiresAt:
        input.expiresAt ?? createdAt + this.parts.lifetimeSeconds * 1000,
      status: "open",
      payments: [],
      refunds: [],
      timeline: [],
    }
    store.add(session)
    timeline.note(session, "shop", "Session created")
    this.watchExpiry(session)
    return { session, events: [events.session("session.created", session)] }
  }

  /** Only while open (reference, section 4.5). */
  expire(session: SessionRecord, actor: Actor): Happening {
    this.expireIfDue(session)
    if (session.status !== "open") {
      throw wrongState(
        `A session in status ${session.status} cannot be expired`
      )
    }
    return this.close(session, actor, "Session expired on request")
  }

  /** Puts an open session whose time is over to `expired`. Its event goes out through `onExpiry`. */
  expireIfDue(session: SessionRecord): Promise<void> | undefined {
    if (session.status !== "open") return undefined
    if (this.parts.clock.now() < session.expiresAt) return undefined
    return this.parts.onExpiry(
      this.close(session, "gateway", "Session expired: its time ran out")
    )
  }

  watchExpiry(session: SessionRecord): void {
    const { clock, store } = this.parts
    clock.after(session.expiresAt - clock.now(), () =>
      store.find(session.id) ? this.expireIfDue(session) : undefined
    )
  }

  private close(session: SessionRecord, actor: Actor, what: string): Happening {
    session.status = "expired"
    this.parts.timeline.note(session, actor, what, "bad")
    return {
      session,
      events: [this.parts.events.session("session.expired", session)],
    }
  }

  private assertNewReference(merchantReferenceId: string): void {
    const { desk, store } = this.parts
    if (
      desk.current.duplicateReference === "refuse" &&
      store.usesReference(merchantReferenceId)
    ) {
      throw new Refusal(
        400,
        "duplicate_reference",
        `merchantReferenceId ${merchantReferenceId} was used before`
      )
    }
  }

  private inventReference(): string {
    while (this.parts.store.usesReference(String(this.nextReference))) {
      this.nextReference += 1
    }
    return String(this.nextReference++)
  }
}
