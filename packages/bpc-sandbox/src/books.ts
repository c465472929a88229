import { invalid, wrongState } from "./errors"
import { fundedPayment, type PaymentRecord, type SessionRecord } from "./model"

/** A session's money in minor units of its currency. */
export type Books = {
  authorized: number
  capturable: number
  captured: number
  released: number
  refunded: number
  refundPending: number
  refundable: number
}

const EMPTY: Books = {
  authorized: 0,
  capturable: 0,
  captured: 0,
  released: 0,
  refunded: 0,
  refundPending: 0,
  refundable: 0,
}

/**
 * Invariants, whatever happened: authorized = capturable + captured + released, refunded + refundPending <= captured,
 * refunded = the sum of the refunds that succeeded.
 */
export function booksOf(session: SessionRecord): Books {
  const payment = fundedPayment(session)
  if (!payment) return { ...EMPTY }
  const { authorized, capturable, captured, released, refunded } = payment
  const refundPending = pendingOf(session, payment.id)
  return {
    authorized,
    capturable,
    captured,
    released,
    refunded,
    refundPending,
    refundable: captured - refunded - refundPending,
  }
}

/** The money of an approved attempt: reserved, and with `hold` false taken in the same moment. */
export function authorize(payment: PaymentRecord, hold: boolean): void {
  payment.authorized = payment.amount
  payment.capturable = hold ? payment.amount : 0
  payment.captured = hold ? 0 : payment.amount
  payment.status = hold ? "requiresCapture" : "succeeded"
}

/** Takes part or all of a hold. `rest` says what becomes of the remainder. */
export function capture(
  payment: PaymentRecord,
  amount: number,
  rest: "keeps_rest" | "releases_rest"
): void {
  if (payment.status !== "requiresCapture") {
    throw wrongState(`A payment in status ${payment.status} cannot be captured`)
  }
  if (amount > payment.capturable) {
    throw invalid(
      `Amount ${amount} is above the ${payment.capturable} that can be captured`
    )
  }
  payment.captured += amount
  payment.capturable -= amount
  if (rest === "releases_rest") release(payment)
  if (payment.capturable === 0) payment.status = "succeeded"
}

/** Gives a whole hold back. Only before the first capture (reference, section 5). */
export function cancel(payment: PaymentRecord): void {
  const held = payment.status === "requiresCapture" && payment.captured === 0
  if (!held && payment.status !== "requiresAction") {
    throw wrongState(
      payment.captured > 0
        ? "A captured payment cannot be canceled, only refunded"
        : `A payment in status ${payment.status} cannot be canceled`
    )
  }
  release(payment)
  payment.status = "canceled"
}

/** Refuses a refund above what is captured and neither refunded nor on its way back. */
export function assertRefundable(
  session: SessionRecord,
  payment: PaymentRecord,
  amount: number
): void {
  if (payment.captured === 0) {
    throw wrongState("Only a captured payment can be refunded")
  }
  const refundable =
    payment.captured - payment.refunded - pendingOf(session, payment.id)
  if (amount > refundable) {
    throw invalid(
      `Amount ${amount} is above the ${refundable} that can be refunded`
    )
  }
}

export function addBooks(one: Books, other: Books): Books {
  return {
    authorized: one.authorized + other.authorized,
    capturable: one.capturable + other.capturable,
    captured: one.captured + other.captured,
    released: one.released + other.released,
    refunded: one.refunded + other.refunded,
    refundPending: one.refundPending + other.refundPending,
    refundable: one.refundable + other.refundable,
  }
}

function release(payment: PaymentRecord): void {
  payment.released += payment.capturable
  payment.capturable = 0
}

function pendingOf(session: SessionRecord, paymentId: string): number {
  return session.refunds
    .filter(
      (refund) => refund.paymentId === paymentId && refund.status === "pending"
    )
    .reduce((sum, refund) => sum + refund.amount, 0)
}
