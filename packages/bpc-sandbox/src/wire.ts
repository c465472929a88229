import type { FaultDesk } from "./fault-desk"
import {
  fundedPayment,
  type PaymentRecord,
  type RefundRecord,
  type SessionRecord,
} from "./model"

export type WireObject = Record<string, unknown>
/** API answers and event snapshots differ in the documents' own samples: dates, case of the locale, `paymentUrl` once expired. */
export type Occasion = "answer" | "event"

/** In minor units. */
const SURCHARGE = { true: 0, one_more: 1, one_less: -1 } as const

/** Writes records as the gateway shows them (reference, sections 4.3, 12.1 and 12.2). */
export class Wire {
  constructor(
    private readonly desk: FaultDesk,
    private readonly pageUrl: (session: SessionRecord) => string
  ) {}

  session(session: SessionRecord, occasion: Occasion): WireObject {
    const { faults, tamper } = this.settings(session)
    const payment = fundedPayment(session)
    const paymentData: WireObject = { captureMethod: session.captureMethod }
    const link = payment && this.paymentLink(session, payment, paymentData)
    return {
      id: session.id,
      amount:
        tamper.amount ?? session.amount + SURCHARGE[faults.amountInAnswers],
      created: this.date(session.createdAt, occasion),
      currency: tamper.currency ?? session.currency,
      customerDetails: session.customerDetails,
      expiresAt: this.date(session.expiresAt, occasion),
      failureUrl: session.failureUrl,
      locale: this.locale(session.locale, occasion),
      ...(session.merchantCustomerId && {
        merchantCustomerId: session.merchantCustomerId,
      }),
      merchantReferenceId:
        tamper.merchantReferenceId ?? session.merchantReferenceId,
      metadata: session.metadata,
      ...link,
      paymentData,
      paymentStatus: this.paymentStatus(payment),
      ...(this.showsPaymentUrl(session, occasion) && {
        paymentUrl: this.pageUrl(session),
      }),
      ...(session.setupFutureUsage && {
        setupFutureUsage: session.setupFutureUsage,
      }),
      status:
        session.status === "completed" ? faults.completedWord : session.status,
      successUrl: session.successUrl,
      ...this.extras(),
    }
  }

  payment(
    session: SessionRecord,
    payment: PaymentRecord,
    occasion: Occasion
  ): WireObject {
    const { faults, tamper } = this.settings(session)
    const back = faults.paymentBackReference
    return {
      ...this.paymentFields(session, payment),
      created: this.date(payment.createdAt, occasion),
      currency: tamper.currency ?? session.currency,
      ...((back === "both" || back === "sessionId") && {
        sessionId: session.id,
      }),
      ...((back === "both" || back === "merchantReferenceId") && {
        merchantReferenceId:
          tamper.merchantReferenceId ?? session.merchantReferenceId,
      }),
      ...(payment.failure && this.failure(payment.failure)),
      ...this.extras(),
    }
  }

  refund(
    session: SessionRecord,
    refund: RefundRecord,
    occasion: Occasion
  ): WireObject {
    return {
      id: refund.id,
      paymentId: refund.paymentId,
      amount: refund.amount,
      currency: session.currency,
      status: refund.status,
      ...(refund.merchantReferenceId !== undefined && {
        merchantReferenceId: refund.merchantReferenceId,
      }),
      created: this.date(refund.createdAt, occasion),
      ...this.extras(),
    }
  }

  date(instant: number, occasion: Occasion): string {
    const wholeSeconds = new Date(instant).toISOString().slice(0, 19)
    const format = this.desk.current.dateFormat
    const zulu =
      format === "Z" || (format === "documented" && occasion === "answer")
    return wholeSeconds + (zulu ? "Z" : "+00:00")
  }

  private paymentLink(
    session: SessionRecord,
    payment: PaymentRecord,
    paymentData: WireObject
  ): WireObject {
    switch (this.desk.current.paymentLink) {
      case "object":
        return { payment: this.paymentFields(session, payment) }
      case "id_string":
        return { payment: payment.id }
      case "paymentId":
        return { paymentId: payment.id }
      case "payments_array":
        return { payments: [this.paymentFields(session, payment)] }
      case "paymentData.id":
        paymentData["id"] = payment.id
        return {}
      case "paymentData.paymentId":
        paymentData["paymentId"] = payment.id
        return {}
      case "none":
        return {}
    }
  }

  private paymentFields(
    session: SessionRecord,
    payment: PaymentRecord
  ): WireObject {
    return {
      id: payment.id,
      status: payment.status,
      amount: this.settings(session).tamper.paymentAmount ?? payment.amount,
      amountCapturable: payment.capturable,
      amountCaptured: payment.captured,
      amountRefunded: payment.refunded,
      ...(this.desk.current.paymentCard === "present" && {
        card: { scheme: payment.card.scheme, last4: payment.card.last4 },
      }),
    }
  }

  private failure({
    code,
    message,
  }: NonNullable<PaymentRecord["failure"]>): WireObject {
    switch (this.desk.current.failureCode) {
      case "error.code":
        return { error: { code, message } }
      case "actionCode":
        return { actionCode: code }
      case "errorCode":
        return { errorCode: code }
      case "lastError.code":
        return { lastError: { code, message } }
      case "none":
        return { error: { message } }
    }
  }

  private paymentStatus(payment: PaymentRecord | undefined): string {
    const words = this.desk.current.paymentStatusWords
    switch (payment?.status) {
      case "succeeded":
        return words.paid
      case "requiresCapture":
        return words.authorized
      case "canceled":
        return words.canceled
      default:
        return words.unpaid
    }
  }

  private showsPaymentUrl(session: SessionRecord, occasion: Occasion): boolean {
    if (session.status === "open") return true
    if (session.status === "completed") return false
    return (
      occasion === "event" ||
      this.desk.current.paymentUrlOnceExpired === "present"
    )
  }

  private locale(locale: string, occasion: Occasion): string {
    const choice = this.desk.current.localeCase
    const upper =
      choice === "upper" || (choice === "documented" && occasion === "answer")
    return upper ? locale.toUpperCase() : locale.toLowerCase()
  }

  private extras(): WireObject {
    return this.desk.current.extraFields
      ? { riskLevel: "low", futureField: { nested: [1, null, "new"] } }
      : {}
  }

  private settings(session: SessionRecord) {
    const faults = this.desk.current
    const tamper =
      faults.tamper[session.id] ??
      faults.tamper[session.merchantReferenceId] ??
      faults.tamper["*"] ??
      {}
    return { faults, tamper }
  }
}
