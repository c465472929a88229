import { z } from "zod"
import { cardFactsIn } from "./card-facts"
import { actionCodeOf } from "./decline-class"
import {
  V1_ORDER_STATUS,
  V1_PAYMENT_STATE,
  V1_PENDING_ACTION_CODES,
  type V1OrderStatus,
} from "./dialect"
import { type CurrencyCode, numberOf } from "./currency"
import { parseMerchantReference } from "./ids"
import { type Money, moneyOf } from "./money"
import { type PaymentFacts } from "./payment-facts"
import { type GatewayRefund } from "./refund"
import { err, ok, type Result } from "./result"

/** An order as the Merchant REST API tells it (section 15.2); undefined is what the merchant's version leaves out. */
export type V1Order = {
  status: V1OrderStatus | "unknown"
  /** As the gateway counts it, and as it wants to see it again with a refund. */
  deposited: Money | undefined
  /** Everything ever captured. */
  captured: Money | undefined
  refunded: Money | undefined
  refunds: GatewayRefund[]
  facts: PaymentFacts
}

const loose = z.looseObject({
  orderStatus: z.unknown(),
  actionCode: z.unknown(),
  amount: z.unknown(),
  currency: z.unknown(),
  paymentAmountInfo: z
    .looseObject({
      paymentState: z.unknown(),
      approvedAmount: z.unknown(),
      depositedAmount: z.unknown(),
      refundedAmount: z.unknown(),
    })
    .optional()
    .catch(undefined),
  refunds: z.unknown(),
  chargeback: z.unknown(),
})

const refundEntry = z.looseObject({
  amount: z.unknown(),
  date: z.unknown(),
  actionCode: z.unknown(),
  externalRefundId: z.unknown(),
})

/** The gateway does not know the order: it answers without a status (section 15.2). */
export const ORDER_NOT_FOUND = "orderStatus: absent"

/**
 * The error is a sentence for the log; `ORDER_NOT_FOUND` when there is no such order.
 * @param currency that the order must be in; without it no sum is read
 */
export function parseV1Order(
  wire: unknown,
  currency: CurrencyCode | undefined
): Result<V1Order, string> {
  const parsed = loose.safeParse(wire)
  if (!parsed.success) {
    return err("body: not an order")
  }
  const fields = parsed.data
  const orderStatus = wholeNumber(fields.orderStatus)
  if (orderStatus === undefined) {
    return err(ORDER_NOT_FOUND)
  }
  const found = wholeNumber(fields.currency)
  if (currency && found !== undefined && found !== numberOf(currency)) {
    return err("currency: not the one of this payment")
  }
  const info = fields.paymentAmountInfo
  const [amount, approved, deposited, refunded] = [
    fields.amount,
    info?.approvedAmount,
    info?.depositedAmount,
    info?.refundedAmount,
  ].map(wholeNumber)
  if (
    unreadable(info?.depositedAmount, deposited) ||
    unreadable(info?.refundedAmount, refunded)
  ) {
    return err("paymentAmountInfo: not whole numbers of minor units")
  }
  const refunds = refundsOf(fields.refunds, currency)
  if (!refunds.ok) {
    return refunds
  }
  const money = (minor: number | undefined) =>
    minor === undefined || !currency ? undefined : moneyOf(minor, currency)
  return ok({
    status: statusOf(orderStatus, info?.paymentState, fields.actionCode),
    deposited: money(deposited),
    refunded: money(info && (refunded ?? 0)),
    captured: money(
      deposited === undefined
        ? undefined
        : capturedOf(deposited, refunded ?? 0, [amount, approved])
    ),
    refunds: refunds.value,
    facts: {
      card: cardFactsIn(wire),
      actionCode: actionCodeOf(fields.actionCode),
      chargedBack: fields.chargeback === true || fields.chargeback === "true",
      secondChannel: "asked",
    },
  })
}

/**
 * `depositedAmount` falls with each refund (15.5: the first of two refunds changes it), so both together are what was captured:
 * INFERRED. Where that would be more than the order ever was, the gateway does not lower it, and it is what was captured.
 */
function capturedOf(
  deposited: number,
  refunded: number,
  most: readonly (number | undefined)[]
): number {
  const limit = Math.max(0, ...most.map((one) => one ?? 0))
  const both = deposited + refunded
  return limit > 0 && both > limit ? deposited : both
}

function statusOf(
  orderStatus: number,
  paymentState: unknown,
  actionCode: unknown
): V1Order["status"] {
  const status =
    V1_ORDER_STATUS[orderStatus] ??
    (typeof paymentState === "string"
      ? V1_PAYMENT_STATE[paymentState.toUpperCase()]
      : undefined) ??
    "unknown"
  return status === "registered" && isPending(actionCode) ? "pending" : status
}

/** One refund is an object, several are a list (15.2 says object). One that cannot be read makes all of it unreadable. */
function refundsOf(
  wire: unknown,
  currency: CurrencyCode | undefined
): Result<GatewayRefund[], string> {
  if (wire === undefined || wire === null) {
    return ok([])
  }
  const refunds: GatewayRefund[] = []
  for (const item of Array.isArray(wire) ? wire : [wire]) {
    const entry = refundEntry.safeParse(item)
    const amount = entry.success ? wholeNumber(entry.data.amount) : undefined
    if (!entry.success || amount === undefined) {
      return err("refunds: an entry without a readable amount")
    }
    const { actionCode, date, externalRefundId } = entry.data
    const reference = parseMerchantReference(externalRefundId)
    const at = wholeNumber(date)
    refunds.push({
      ...(currency && { amount: moneyOf(amount, currency) }),
      ...refundStatus(actionCode),
      ...(reference && { merchantReferenceId: reference }),
      ...(at !== undefined && { createdAt: new Date(at) }),
    })
  }
  return ok(refunds)
}

/** A refund is listed because it was made; only a code that says otherwise makes it another thing (section 15.7). */
function refundStatus(
  actionCode: unknown
): Pick<GatewayRefund, "status" | "rawStatus"> {
  const code = integer(actionCode)
  const rawStatus = code === undefined ? "" : String(code)
  if (code === undefined || code === 0) {
    return { status: "succeeded", rawStatus }
  }
  return { status: isPending(code) ? "pending" : "failed", rawStatus }
}

function isPending(actionCode: unknown): boolean {
  const code = integer(actionCode)
  return code !== undefined && V1_PENDING_ACTION_CODES.has(code)
}

function unreadable(value: unknown, read: number | undefined): boolean {
  return value !== undefined && value !== null && read === undefined
}

/** V1 writes whole numbers as numbers and as texts of digits (sections 15.1 and 15.2); never as decimals. */
function integer(value: unknown): number | undefined {
  const number =
    typeof value === "string" && /^-?\d{1,15}$/.test(value.trim())
      ? Number(value)
      : value
  return Number.isSafeInteger(number) ? Number(number) : undefined
}

function wholeNumber(value: unknown): number | undefined {
  const number = integer(value)
  return number === undefined || number < 0 ? undefined : number
}
