import { randomInt } from "node:crypto"
import { authorize } from "./books"
import { DECLINES, judge, keptOf, type CardEntry } from "./cards"
import type { Clock } from "./clock"
import { Refusal, wrongState } from "./errors"
import type { EventWriter } from "./events"
import type { FaultDesk } from "./fault-desk"
import { newId } from "./ids"
import type { PaymentRecord, SessionRecord } from "./model"
import type { Happening, Sessions } from "./sessions"
import { amountOf, cardOf, type Timeline } from "./timeline"

export type Attempt = Happening & {
  payment: PaymentRecord
  outcome: "paid" | "declined" | "challenge"
}

/** `hold` overrides the session's capture method; `late` pays a session that has expired, as happens at the real gateway. */
export type AttemptChoice = {
  hold?: boolean
  late?: boolean
  /** How V1 calls the way of paying; `CARD` when left out. */
  paymentWay?: string
}

type Parts = {
  clock: Clock
  desk: FaultDesk
  events: EventWriter
  sessions: Sessions
  timeline: Timeline
}

/** The shopper's side: attempts to pay, as many as it takes (reference, section 4.6), and the 3-D Secure challenge. */
export class Checkout {
  constructor(private readonly parts: Parts) {}

  /** Throws a `Refusal` when the session is paid or, without `late`, expired. */
  attempt(
    session: SessionRecord,
    card: CardEntry,
    choice: AttemptChoice = {}
  ): Attempt {
    this.assertPayable(session, choice.late ?? false)
    const payment: PaymentRecord = {
      id: newId("pay"),
      createdAt: this.parts.clock.now(),
      amount: session.amount,
      status: "requiresAction",
      authorized: 0,
      capturable: 0,
      captured: 0,
      released: 0,
      refunded: 0,
      card: keptOf(card.pan),
      paymentWay: choice.paymentWay ?? "CARD",
    }
    session.payments.push(payment)
    const judgement = judge(card)
    switch (judgement.verdict) {
      case "approved":
        return this.approve(session, payment, choice.hold)
      case "declined":
        return this.decline(session, payment, judgement)
      case "challenge":
        payment.challengeSucceeds = judgement.succeeds
        this.parts.timeline.note(
          session,
          "gateway",
          `3-D Secure challenge for ${cardOf(payment)}`
        )
        return { session, payment, outcome: "challenge", events: [] }
    }
  }

  /** The shopper's answer on the 3-D Secure page. */
  answerChallenge(
    session: SessionRecord,
    payment: PaymentRecord,
    answer: AttemptChoice & { passed: boolean }
  ): Attempt {
    if (payment.status !== "requiresAction") {
      throw wrongState("This 3-D Secure challenge was answered before")
    }
    const honoured = this.parts.desk.current.lateChallenge === "pay"
    this.assertPayable(session, answer.late ?? honoured)
    return answer.passed && payment.challengeSucceeds
      ? this.approve(session, payment, answer.hold)
      : this.decline(session, payment, DECLINES.authenticationFailed)
  }

  private approve(
    session: SessionRecord,
    payment: PaymentRecord,
    hold = session.captureMethod === "manual"
  ): Attempt {
    const { events, timeline } = this.parts
    const late = session.status === "expired"
    authorize(payment, hold)
    payment.rrn = String(randomInt(100_000_000_000, 999_999_999_999))
    payment.approvalCode = randomInt(36 ** 6)
      .toString(36)
      .toUpperCase()
      .padStart(6, "0")
    session.status = "completed"
    timeline.note(
      session,
      "shopper",
      `${hold ? "Held" : "Paid"} ${amountOf(session, payment.amount)} with ${cardOf(payment)}` +
        (late ? ", after the session had expired" : ""),
      "good"
    )
    return {
      session,
      payment,
      outcome: "paid",
      events: [
        events.payment(
          hold ? "payment.amountCapturableUpdated" : "payment.succeeded",
          session,
          payment
        ),
        events.session("session.completed", session),
      ],
    }
  }

  private decline(
    session: SessionRecord,
    payment: PaymentRecord,
    failure: { code: string; message: string }
  ): Attempt {
    payment.status = "failed"
    payment.failure = { code: failure.code, message: failure.message }
    this.parts.timeline.note(
      session,
      "shopper",
      `${cardOf(payment)} declined: ${failure.message} (${failure.code})`,
      "bad"
    )
    return {
      session,
      payment,
      outcome: "declined",
      events: [this.parts.events.payment("payment.failed", session, payment)],
    }
  }

  private assertPayable(session: SessionRecord, late: boolean): void {
    this.parts.sessions.expireIfDue(session)
    if (session.status === "completed") {
      throw wrongState("This session is paid already")
    }
    if (session.status === "expired" && !late) {
      throw new Refusal(400, "session_expired", "This session has expired")
    }
  }
}
