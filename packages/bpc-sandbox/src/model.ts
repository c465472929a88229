/** Times are milliseconds since 1970, amounts integers in the currency's minor unit. */
export type SessionRecord = {
  id: string
  mdOrder: string
  amount: number
  currency: string
  createdAt: number
  expiresAt: number
  status: "open" | "completed" | "expired"
  captureMethod: "automatic" | "manual"
  successUrl: string
  failureUrl: string
  locale: string
  merchantReferenceId: string
  merchantCustomerId?: string
  setupFutureUsage?: Record<string, unknown>
  customerDetails: Record<string, unknown>
  metadata: Record<string, string>
  payments: PaymentRecord[]
  refunds: RefundRecord[]
  timeline: TimelineEntry[]
}

export type PaymentStatus =
  "requiresAction" | "requiresCapture" | "succeeded" | "canceled" | "failed"

/** One attempt of the shopper to pay. At most one of a session gets past `failed`. */
export type PaymentRecord = {
  id: string
  createdAt: number
  amount: number
  status: PaymentStatus
  /** What the bank reserved. Always the sum of what is capturable, captured and released. */
  authorized: number
  capturable: number
  captured: number
  released: number
  /** Money that went back; refunds under way are not in it. */
  refunded: number
  /** A reversal through V1 was refused: every later one is, too. */
  reversalFailed?: true
  card: { scheme: string; last4: string; bin?: string; eci?: string }
  /** `CARD`, `APPLE_PAY` and so on (V1 facts, section 1). */
  paymentWay?: string
  /** The bank's references, once it agreed. */
  rrn?: string
  approvalCode?: string
  /** The bank took the money back by force. */
  chargedBack?: true
  /** While `requiresAction`: whether the bank believes a shopper who passes its challenge. */
  challengeSucceeds?: boolean
  failure?: { code: string; message: string }
}

export type RefundRecord = {
  id: string
  paymentId: string
  amount: number
  status: "succeeded" | "pending" | "failed"
  merchantReferenceId?: string
  createdAt: number
}

export type TimelineEntry = {
  at: number
  actor: "shop" | "shopper" | "operator" | "gateway"
  what: string
  tone: "neutral" | "good" | "bad" | "money"
}

/** The payment that took or held money, if one did. */
export function fundedPayment(
  session: SessionRecord
): PaymentRecord | undefined {
  return session.payments.find((payment) => payment.authorized > 0)
}
