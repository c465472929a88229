import { type Money, moneyOf } from "./money"
import { merchantReference } from "./ids"
import { type GatewayRefund } from "./refund"
import { carriesReference, externalRefundIdOf } from "./refund-reference"
import { type V1Order } from "./v1-order"

/* What an order that was read says about a call that is to be made, or was. */

export function refundUnder(
  order: V1Order,
  reference: string
): GatewayRefund | undefined {
  return order.refunds.find((refund) => carriesReference(refund, reference))
}

/** A version that tells no sums still tells that it is no longer a mere hold. */
export function showsCapture(order: V1Order, amount: Money): boolean {
  return order.captured === undefined
    ? order.status === "captured" || order.status === "intermediate"
    : order.captured.minor >= amount.minor
}

/** What the gateway holds now when that is not what the caller has seen; refunds under way may be counted or not. */
export function movedSince(order: V1Order, seen: Money): Money | undefined {
  if (order.captured === undefined || order.refunded === undefined) {
    return undefined
  }
  const holds = order.captured.minor - order.refunded.minor
  const underWay = order.refunds
    .filter(({ status }) => status === "pending")
    .reduce((sum, { amount }) => sum + (amount?.minor ?? 0), 0)
  return seen.minor === holds || seen.minor === holds - underWay
    ? undefined
    : moneyOf(Math.max(0, holds), seen.currency)
}

/** A refund that was accepted but is not listed by its reference (versions below 21): its sum must show, or it is pending. */
export function processed(
  amount: Money,
  reference: string,
  read: { before: V1Order; after: V1Order | undefined }
): GatewayRefund {
  const before = read.before.refunded?.minor
  const after = read.after?.refunded?.minor
  const seen =
    before !== undefined &&
    after !== undefined &&
    after >= before + amount.minor
  return {
    amount,
    status: seen ? "succeeded" : "pending",
    rawStatus: "",
    merchantReferenceId: merchantReference(externalRefundIdOf(reference)),
  }
}

export function whyNotReversed({ status }: V1Order): string {
  switch (status) {
    case "captured":
    case "refunded":
    case "intermediate":
      return "Money of this payment was captured, so there is no whole hold to release. Refund it instead."
    case "registered":
    case "declined":
      return "No money is held for this payment, so there is nothing to release."
    default:
      return "The gateway has not settled this payment yet, and a hold can be released only once. Try again in a minute."
  }
}
