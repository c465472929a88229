import type { Clock } from "./clock"
import type { FaultDesk } from "./fault-desk"
import type { PaymentRecord, RefundRecord, SessionRecord } from "./model"
import type { Wire, WireObject } from "./wire"

/** A webhook event, its body frozen at the moment it happened (reference, section 8.1). */
export type GatewayEvent = {
  type: string
  sessionId: string
  body: string
}

export type SessionEventType =
  "session.created" | "session.completed" | "session.expired"

export type PaymentEventType =
  | "payment.succeeded"
  | "payment.failed"
  | "payment.canceled"
  | "payment.amountCapturableUpdated"
  | "payment.funded"

export type RefundEventType = "refund.succeeded" | "refund.failed"

/** Writes the events of the default dialect (reference, section 12.4). */
export class EventWriter {
  constructor(
    private readonly clock: Clock,
    private readonly desk: FaultDesk,
    private readonly wire: Wire
  ) {}

  session(type: SessionEventType, session: SessionRecord): GatewayEvent {
    return this.write(type, session, this.wire.session(session, "event"))
  }

  payment(
    type: PaymentEventType,
    session: SessionRecord,
    payment: PaymentRecord
  ): GatewayEvent {
    return this.write(
      type,
      session,
      this.wire.payment(session, payment, "event")
    )
  }

  refund(
    type: RefundEventType,
    session: SessionRecord,
    refund: RefundRecord
  ): GatewayEvent {
    return this.write(type, session, this.wire.refund(session, refund, "event"))
  }

  /** An event of a family that no document knows, about a session that exists. */
  unknown(sessionId: string): GatewayEvent {
    return {
      type: "dispute.opened",
      sessionId,
      body: this.envelope("dispute.opened", {
        id: "dp_1",
        reason: "unknown to every document",
      }),
    }
  }

  private write(
    type: string,
    session: SessionRecord,
    object: WireObject
  ): GatewayEvent {
    return { type, sessionId: session.id, body: this.envelope(type, object) }
  }

  private envelope(type: string, object: WireObject): string {
    return JSON.stringify({
      created: this.wire.date(this.clock.now(), "event"),
      data: { object },
      ...(this.desk.current.extraFields && { apiRelease: "2031-01-01" }),
      type,
    })
  }
}
