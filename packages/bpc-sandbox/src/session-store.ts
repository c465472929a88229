import { notFound } from "./errors"
import type { PaymentRecord, RefundRecord, SessionRecord } from "./model"

/** All sessions, newest last, findable by every id that leads to one. */
export class SessionStore {
  private readonly sessions = new Map<string, SessionRecord>()

  add(session: SessionRecord): void {
    this.sessions.set(session.id, session)
  }

  clear(): void {
    this.sessions.clear()
  }

  all(): SessionRecord[] {
    return [...this.sessions.values()]
  }

  session(id: string): SessionRecord {
    const session = this.sessions.get(id)
    if (!session) throw notFound("session", id)
    return session
  }

  /** Finds by session id, `mdOrder`, payment id, refund id or, newest first, by `merchantReferenceId`. */
  find(anyId: string): SessionRecord | undefined {
    const direct = this.sessions.get(anyId)
    if (direct) return direct
    return this.all()
      .reverse()
      .find(
        (session) =>
          session.mdOrder === anyId ||
          session.merchantReferenceId === anyId ||
          session.payments.some((payment) => payment.id === anyId) ||
          session.refunds.some((refund) => refund.id === anyId)
      )
  }

  byMdOrder(mdOrder: string): SessionRecord | undefined {
    return this.all().find((session) => session.mdOrder === mdOrder)
  }

  usesReference(merchantReferenceId: string): boolean {
    return this.all().some(
      (session) => session.merchantReferenceId === merchantReferenceId
    )
  }

  payment(id: string): { session: SessionRecord; payment: PaymentRecord } {
    for (const session of this.sessions.values()) {
      const payment = session.payments.find((one) => one.id === id)
      if (payment) return { session, payment }
    }
    throw notFound("payment", id)
  }

  refund(id: string): {
    session: SessionRecord
    payment: PaymentRecord
    refund: RefundRecord
  } {
    for (const session of this.sessions.values()) {
      const refund = session.refunds.find((one) => one.id === id)
      const payment =
        refund && session.payments.find((one) => one.id === refund.paymentId)
      if (refund && payment) return { session, payment, refund }
    }
    throw notFound("refund", id)
  }
}
