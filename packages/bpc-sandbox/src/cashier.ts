import { assertRefundable, cancel, capture } from "./books"
import type { Clock } from "./clock"
import { wrongState } from "./errors"
import type { EventWriter } from "./events"
import type { FaultDesk } from "./fault-desk"
import { newId } from "./ids"
import type { PaymentRecord, RefundRecord, SessionRecord } from "./model"
import type { Happening } from "./sessions"
import { amountOf, type Actor, type Timeline } from "./timeline"

type PaymentTarget = { session: SessionRecord; payment: PaymentRecord }
type RefundTarget = PaymentTarget & { refund: RefundRecord }

type Parts = {
  clock: Clock
  desk: FaultDesk
  events: EventWriter
  timeline: Timeline
}

/** What the shop or the operator does with money that was held or taken. Every move goes through the rules of `books`. */
export class Cashier {
  constructor(private readonly parts: Parts) {}

  capture(target: PaymentTarget, amount: number, actor: Actor): Happening {
    const { session, payment } = target
    const { desk, events, timeline } = this.parts
    capture(payment, amount, desk.current.partialCapture)
    timeline.note(
      session,
      actor,
      `Captured ${amountOf(session, amount)}` +
        (payment.released > 0
          ? `, released ${amountOf(session, payment.released)}`
          : ""),
      "money"
    )
    const next =
      payment.capturable > 0
        ? "payment.amountCapturableUpdated"
        : "payment.succeeded"
    return {
      session,
      events: [
        events.payment("payment.funded", session, payment),
        events.payment(next, session, payment),
      ],
    }
  }

  cancelPayment(target: PaymentTarget, actor: Actor): Happening {
    const { session, payment } = target
    const { events, timeline } = this.parts
    cancel(payment)
    timeline.note(session, actor, "Hold released, payment canceled", "bad")
    return {
      session,
      events: [events.payment("payment.canceled", session, payment)],
    }
  }

  /** Two refunds with one `merchantReferenceId` are both carried out: the documents promise no protection from repeats. */
  refund(
    target: PaymentTarget,
    request: { amount: number; merchantReferenceId?: string },
    actor: Actor
  ): Happening & { refund: RefundRecord } {
    const { session, payment } = target
    const { clock, desk, timeline } = this.parts
    assertRefundable(session, payment, request.amount)
    const refund: RefundRecord = {
      id: newId("re"),
      paymentId: payment.id,
      amount: request.amount,
      status: "pending",
      merchantReferenceId: request.merchantReferenceId,
      createdAt: clock.now(),
    }
    session.refunds.push(refund)
    if (desk.current.refunds === "pending") {
      timeline.note(
        session,
        actor,
        `Refund of ${amountOf(session, refund.amount)} under way`
      )
      return { session, refund, events: [] }
    }
    const whole = { session, payment, refund }
    return { ...this.settleRefund(whole, "succeeded", actor), refund }
  }

  settleRefund(
    target: RefundTarget,
    outcome: "succeeded" | "failed",
    actor: Actor
  ): Happening {
    const { session, payment, refund } = target
    const { events, timeline } = this.parts
    if (refund.status !== "pending") {
      throw wrongState(`This refund is ${refund.status} already`)
    }
    refund.status = outcome
    const amount = amountOf(session, refund.amount)
    if (outcome === "succeeded") {
      payment.refunded += refund.amount
      timeline.note(session, actor, `Refunded ${amount}`, "money")
    } else {
      timeline.note(session, actor, `Refund of ${amount} failed`, "bad")
    }
    return {
      session,
      events: [events.refund(`refund.${outcome}`, session, refund)],
    }
  }
}
