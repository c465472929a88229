import { booksOf, type Books } from "../books"
import type { Gateway } from "../gateway"
import type { SessionRecord, TimelineEntry } from "../model"
import { paymentPageUrl, returnUrl } from "../return-url"
import type { WireObject } from "../wire"
import type { Delivery, DeliveryTry } from "../webhooks/delivery"

/** Amounts are integers in the currency's minor unit, times ISO 8601. */
export type SessionReport = Books & {
  id: string
  mdOrder: string
  merchantReferenceId: string
  amount: number
  currency: string
  status: SessionRecord["status"]
  captureMethod: SessionRecord["captureMethod"]
  createdAt: string
  expiresAt: string
  locale: string
  paymentUrl: string
  successUrl: string
  failureUrl: string
  /** Where the shopper is sent, `sessionId` included. */
  redirects: { success: string; failure: string }
  customerDetails: Record<string, unknown>
  metadata: Record<string, string>
  payments: PaymentReport[]
  refunds: RefundReport[]
  timeline: TimelineReport[]
  /** The session as `GET /api2/sessions/{id}` shows it. */
  object: WireObject
}

export type PaymentReport = {
  id: string
  createdAt: string
  status: string
  amount: number
  authorized: number
  capturable: number
  captured: number
  released: number
  refunded: number
  card: { scheme: string; last4: string; bin?: string; eci?: string }
  paymentWay?: string
  rrn?: string
  approvalCode?: string
  chargedBack?: true
  failure?: { code: string; message: string }
}

export type RefundReport = {
  id: string
  paymentId: string
  amount: number
  status: "succeeded" | "pending" | "failed"
  merchantReferenceId?: string
  createdAt: string
}

export type TimelineReport = Omit<TimelineEntry, "at"> & { at: string }

export type DeliveryReport = Omit<
  Delivery,
  "createdAt" | "nextTryAt" | "tries"
> & {
  createdAt: string
  nextTryAt?: string
  tries: (Omit<DeliveryTry, "at" | "signedAt"> & { at: string })[]
}

export function sessionReport(
  gateway: Gateway,
  session: SessionRecord
): SessionReport {
  return {
    ...booksOf(session),
    id: session.id,
    mdOrder: session.mdOrder,
    merchantReferenceId: session.merchantReferenceId,
    amount: session.amount,
    currency: session.currency,
    status: session.status,
    captureMethod: session.captureMethod,
    createdAt: iso(session.createdAt),
    expiresAt: iso(session.expiresAt),
    locale: session.locale,
    paymentUrl: paymentPageUrl(gateway.publicUrl(), session),
    successUrl: session.successUrl,
    failureUrl: session.failureUrl,
    redirects: {
      success: returnUrl(session, "success"),
      failure: returnUrl(session, "failure"),
    },
    customerDetails: session.customerDetails,
    metadata: session.metadata,
    payments: session.payments.map(({ challengeSucceeds: _, ...payment }) => ({
      ...payment,
      createdAt: iso(payment.createdAt),
    })),
    refunds: session.refunds.map((refund) => ({
      ...refund,
      createdAt: iso(refund.createdAt),
    })),
    timeline: session.timeline.map((entry) => ({
      ...entry,
      at: iso(entry.at),
    })),
    object: gateway.wire.session(session, "answer"),
  }
}

export function deliveryReport(delivery: Delivery): DeliveryReport {
  const { nextTryAt, createdAt, tries, ...rest } = delivery
  return {
    ...rest,
    createdAt: iso(createdAt),
    ...(nextTryAt !== undefined && { nextTryAt: iso(nextTryAt) }),
    tries: tries.map(({ signedAt: _, ...one }) => ({
      ...one,
      at: iso(one.at),
    })),
  }
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}
