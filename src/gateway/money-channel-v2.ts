import { type MoneyAction, noChannel } from "./channel-refusals"
import { type GatewayClient } from "./client"
import { NOT_OFFERED_STATUSES } from "./dialect"
import { type GatewayError } from "./errors"
import { mdOrderOf } from "./md-order"
import { type MoneyChannel, type PaymentHandle } from "./money-channel"
import { totalsOfPayment } from "./money-totals"
import { factsOfPayment } from "./payment-facts"
import { carriesReference, refundReferenceOf } from "./refund-reference"
import { err, ok } from "./result"
import { type GatewayPayment } from "./session"

/** API V2. Its money calls are INFERRED (section 12.2), so a gateway may well not offer them. */
export function channelV2(client: GatewayClient): MoneyChannel {
  return {
    name: "v2",
    capture: async ({ payment, amount, idempotencyKey }) => {
      const { paymentId } = payment
      if (paymentId === null) {
        return err(idUnknown("capture", payment))
      }
      const sent = await client.capturePayment({
        paymentId,
        amount,
        idempotencyKey,
      })
      return sent.ok
        ? ok(undefined)
        : err(explained("capture", payment, sent.error))
    },
    cancel: async ({ payment, idempotencyKey }) => {
      const { paymentId } = payment
      if (paymentId === null) {
        return err(idUnknown("cancel", payment))
      }
      const sent = await client.cancelPayment({ paymentId, idempotencyKey })
      if (sent.ok) {
        return ok(undefined)
      }
      if (sent.error.kind === "rejected") {
        const read = await client.readPayment(paymentId)
        if (read.ok && read.value.status === "canceled") {
          return ok(undefined)
        }
      }
      return err(explained("cancel", payment, sent.error))
    },
    refund: async ({ payment, amount, reference }) => {
      const { paymentId } = payment
      if (paymentId === null) {
        return err(idUnknown("refund", payment))
      }
      const { currency } = amount
      const known = await client.listRefunds(paymentId, { currency })
      // A gateway without the list (INFERRED as well) may still refund; one that cannot be asked may have made it already.
      if (!known.ok && known.error.kind !== "rejected") {
        return known
      }
      const made = known.ok
        ? known.value.find(
            (refund) =>
              refund.status !== "failed" && carriesReference(refund, reference)
          )
        : undefined
      if (made !== undefined) {
        return ok(made)
      }
      const sent = await client.createRefund({
        paymentId,
        amount,
        merchantReferenceId: refundReferenceOf(reference),
        idempotencyKey: reference,
      })
      return sent.ok ? sent : err(explained("refund", payment, sent.error))
    },
    listRefunds: async ({ payment, currency }) =>
      payment.paymentId === null
        ? err(idUnknown("refund", payment))
        : client.listRefunds(payment.paymentId, { currency }),
    readPayment: async ({ payment, currency }) => {
      const reading = (found: GatewayPayment | undefined) =>
        ok({
          totals: totalsOfPayment(found, currency),
          facts: factsOfPayment(found),
        })
      if (payment.paymentId === null) {
        const session = await client.readSession(payment.sessionId)
        return session.ok ? reading(session.value.payment) : session
      }
      const read = await client.readPayment(payment.paymentId, { currency })
      if (!read.ok) {
        return isNotOffered(read.error) ? reading(undefined) : read
      }
      return reading(read.value)
    },
  }
}

function idUnknown(action: MoneyAction, payment: PaymentHandle): GatewayError {
  return noChannel(
    action,
    `The gateway has not told us the id of this payment, so API V2 cannot ${action} it.`,
    orderOf(payment)
  )
}

/** A gateway that lacks the call altogether must not look like one that refused this payment. */
function explained(
  action: MoneyAction,
  payment: PaymentHandle,
  error: GatewayError
): GatewayError {
  return isNotOffered(error)
    ? noChannel(
        action,
        `The gateway's API V2 does not offer to ${action} this payment (HTTP ${error.httpStatus}).`,
        orderOf(payment),
        error
      )
    : error
}

function isNotOffered(error: GatewayError): boolean {
  return (
    !error.outcomeUnknown &&
    error.httpStatus !== undefined &&
    NOT_OFFERED_STATUSES.has(error.httpStatus)
  )
}

function orderOf({ mdOrder, sessionId }: PaymentHandle): string {
  return mdOrder ?? mdOrderOf(undefined, sessionId) ?? sessionId
}
