import {
  type MoneyAction,
  booksMoved,
  noChannel,
  notAllowed,
  notConfirmed,
} from "./channel-refusals"
import { type GatewayError } from "./errors"
import { type MoneyChannel, type PaymentHandle } from "./money-channel"
import { type CurrencyCode } from "./money"
import { externalRefundIdOf } from "./refund-reference"
import { err, ok, type Result } from "./result"
import {
  movedSince,
  processed,
  refundUnder,
  showsCapture,
  whyNotReversed,
} from "./v1-books"
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
    readPayment: async ({ payment, currency }) => {
      const read = await readOrder(client, payment, currency)
      return read.ok
        ? ok({
            totals: totalsOfOrder(read.value, currency),
            facts: read.value.facts,
          })
        : read
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
