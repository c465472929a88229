import {
  type MoneyAction,
  booksMoved,
  noChannel,
  notAllowed,
  notConfirmed,
} from "./channel-refusals"
import { type GatewayError } from "./errors"
import { type MoneyChannel, type PaymentHandle } from "./money-channel"
import { type CurrencyCode, type Money, moneyOf } from "./money"
import { type GatewayRefund } from "./refund"
import { carriesReference, externalRefundIdOf } from "./refund-reference"
import { merchantReference } from "./ids"
import { err, ok, type Result } from "./result"
import { type V1Client } from "./v1-client"
import { type V1Order } from "./v1-order"
import { refundsOfOrder, totalsOfOrder } from "./v1-totals"

/**
 * The Merchant REST API. Its success only says that the request was processed (section 15.1), so each call that moves money
 * ends with reading the order; what is not seen there is not called done.
 */
export function channelV1(client: V1Client): MoneyChannel {
  return {
    name: "v1",
    capture: async ({ payment, amount }) => {
      const order = orderOf(payment, "capture")
      if (!order.ok) {
        return order
      }
      const mdOrder = order.value
      const sent = await client.deposit({ mdOrder, amount })
      if (!sent.ok) {
        return sent
      }
      const read = await client.readOrder({
        mdOrder,
        currency: amount.currency,
      })
      return read.ok && showsCapture(read.value, amount)
        ? ok(undefined)
        : err(notConfirmed("capture", mdOrder, read))
    },
    cancel: async ({ payment }) => {
      const order = orderOf(payment, "cancel")
      if (!order.ok) {
        return order
      }
      const mdOrder = order.value
      // A failed reversal makes every later one fail (15.4), so none is sent that the books do not allow.
      const before = await client.readOrder({ mdOrder })
      if (!before.ok) {
        return before
      }
      if (before.value.status === "canceled") {
        return ok(undefined)
      }
      if (before.value.status !== "held") {
        return err(notAllowed("cancel", whyNotReversed(before.value)))
      }
      const sent = await client.reverse({ mdOrder })
      if (!sent.ok) {
        return sent
      }
      const after = await client.readOrder({ mdOrder })
      return after.ok && after.value.status === "canceled"
        ? ok(undefined)
        : err(notConfirmed("cancel", mdOrder, after))
    },
    refund: async ({ payment, amount, deposited, reference }) => {
      const order = orderOf(payment, "refund")
      if (!order.ok) {
        return order
      }
      const mdOrder = order.value
      const { currency } = amount
      const externalRefundId = externalRefundIdOf(reference)
      // Which of the gateway's two checks runs first on a repeat is UNKNOWN (15.5), so the order is read before and after.
      const before = await client.readOrder({ mdOrder, currency })
      if (!before.ok) {
        return before
      }
      const made = refundUnder(before.value, reference)
      if (made !== undefined) {
        return ok(made)
      }
      const moved = movedSince(before.value, deposited)
      if (moved !== undefined) {
        return err(booksMoved(deposited, moved))
      }
      const sent = await client.refund({
        mdOrder,
        amount,
        externalRefundId,
        expectedDeposited: before.value.deposited ?? deposited,
      })
      if (!sent.ok && sent.error.outcomeUnknown) {
        return sent
      }
      const after = await client.readOrder({ mdOrder, currency })
      const listed = after.ok ? refundUnder(after.value, reference) : undefined
      if (listed !== undefined) {
        return ok(listed)
      }
      if (!sent.ok) {
        return sent
      }
      return ok(
        processed(amount, reference, {
          before: before.value,
          after: after.ok ? after.value : undefined,
        })
      )
    },
    listRefunds: async ({ payment, currency }) => {
      const read = await readOrder(client, payment, currency)
      return read.ok ? ok(refundsOfOrder(read.value)) : read
    },
    readTotals: async ({ payment, currency }) => {
      const read = await readOrder(client, payment, currency)
      return read.ok ? ok(totalsOfOrder(read.value, currency)) : read
    },
  }
}

function orderOf(
  { mdOrder, sessionId }: PaymentHandle,
  action: MoneyAction
): Result<string, GatewayError> {
  return mdOrder === null
    ? err(
        noChannel(
          action,
          "The order number (mdOrder) of this payment is not known, so the Merchant REST API cannot address it.",
          sessionId
        )
      )
    : ok(mdOrder)
}

async function readOrder(
  client: V1Client,
  payment: PaymentHandle,
  currency: CurrencyCode
): Promise<Result<V1Order, GatewayError>> {
  const order = orderOf(payment, "refund")
  return order.ok ? client.readOrder({ mdOrder: order.value, currency }) : order
}

function refundUnder(
  order: V1Order,
  reference: string
): GatewayRefund | undefined {
  return order.refunds.find((refund) => carriesReference(refund, reference))
}

/** A version that tells no sums still tells that it is no longer a mere hold. */
function showsCapture(order: V1Order, amount: Money): boolean {
  return order.captured === undefined
    ? order.status === "captured" || order.status === "intermediate"
    : order.captured.minor >= amount.minor
}

/** What the gateway holds now when that is not what the caller has seen; refunds under way may be counted or not. */
function movedSince(order: V1Order, seen: Money): Money | undefined {
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
function processed(
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

function whyNotReversed({ status }: V1Order): string {
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
