import {
  REFUND_STATUS_WORDS,
  PAYMENT_OF_REFUND,
  sameWord,
  valuesAt,
} from "./dialect"
import {
  type GatewayPaymentId,
  type GatewayRefundId,
  type MerchantReference,
  parseGatewayPaymentId,
} from "./ids"
import { type CurrencyCode, type Money } from "./money"
import { err, ok, type Result } from "./result"
import { refundListSchema, refundSchema } from "./schemas"
import { issuesOf } from "./session"
import { wireCurrency, wireMoney } from "./wire-money"

export type GatewayRefundStatus = "succeeded" | "pending" | "failed" | "unknown"

/** A refund at the gateway (section 12.2). `amount` is undefined when absent or unreadable. */
export type GatewayRefund = {
  id?: GatewayRefundId
  paymentId?: GatewayPaymentId
  amount?: Money
  status: GatewayRefundStatus
  rawStatus: string
  merchantReferenceId?: MerchantReference
  createdAt?: Date
}

/**
 * A refund as the gateway sent it. The error is a sentence for the log.
 * @param fallback currency of the amount when the refund does not name one
 */
export function parseRefund(
  wire: unknown,
  fallback: CurrencyCode | undefined
): Result<GatewayRefund, string> {
  const parsed = refundSchema.safeParse(wire)
  if (!parsed.success) {
    return err(issuesOf(parsed.error.issues))
  }
  const fields = parsed.data
  const currency =
    fields.currency === undefined ? fallback : wireCurrency(fields.currency)
  const amount = wireMoney(fields.amount, currency)
  const paymentId = PAYMENT_OF_REFUND.flatMap((path) => valuesAt(wire, path))
    .map(parseGatewayPaymentId)
    .find((id) => id !== undefined)
  return ok({
    status: refundStatus(fields.status),
    rawStatus: fields.status ?? "",
    ...(fields.id && { id: fields.id }),
    ...(paymentId && { paymentId }),
    ...(amount && { amount }),
    ...(fields.merchantReferenceId && {
      merchantReferenceId: fields.merchantReferenceId,
    }),
    ...(fields.created && { createdAt: fields.created }),
  })
}

/** The refunds of a payment. One entry that cannot be read makes the list unreadable: a total must never miss one. */
export function parseRefundList(
  wire: unknown,
  fallback: CurrencyCode | undefined
): Result<GatewayRefund[], string> {
  const list = refundListSchema.safeParse(wire)
  if (!list.success) {
    return err("body: not a list of refunds")
  }
  const refunds: GatewayRefund[] = []
  for (const item of list.data) {
    const refund = parseRefund(item, fallback)
    if (!refund.ok) {
      return refund
    }
    refunds.push(refund.value)
  }
  return ok(refunds)
}

function refundStatus(word: string | undefined): GatewayRefundStatus {
  const words: Readonly<Record<string, GatewayRefundStatus>> =
    REFUND_STATUS_WORDS
  const key = sameWord(word ?? "")
  return (Object.hasOwn(words, key) ? words[key] : undefined) ?? "unknown"
}
