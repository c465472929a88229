import { type GatewayClient } from "./client"
import { type GatewayError } from "./errors"
import { type GatewayPaymentId, type GatewaySessionId } from "./ids"
import { mdOrderOf } from "./md-order"
import { type CurrencyCode, type Money } from "./money"
import { channelV1 } from "./money-channel-v1"
import { channelV2 } from "./money-channel-v2"
import { type GatewayRefund } from "./refund"
import { type Result } from "./result"
import { type V1Client } from "./v1-client"

/** How a payment is addressed: API V2 by `paymentId`, the Merchant REST API (V1) by `mdOrder`. */
export type PaymentHandle = {
  paymentId: GatewayPaymentId | null
  mdOrder: string | null
  sessionId: GatewaySessionId
}

export type MoneyState =
  "held" | "captured" | "canceled" | "refunded" | "unpaid" | "unknown"

/** What the gateway's books say about one payment. */
export type MoneyTotals = {
  /** Everything ever captured; refunds do not lower it. */
  captured: Money
  /** What went back; refunds under way are not in it. */
  refunded: Money
  /** `held` also when a part was captured and more may be; `captured` also when a part went back. */
  state: MoneyState
}

type Answered<T> = Promise<Result<T, GatewayError>>

/**
 * What is done with money after the shopper paid. None of the calls rejects. An error with `outcomeUnknown` means: read the
 * books before anything is sent again; nothing that moves money is repeated by itself.
 */
export type MoneyChannel = {
  /** `v1` when the account has a second channel; a payment whose `mdOrder` is unknown goes through V2 all the same. */
  readonly name: "v1" | "v2"
  /** Not idempotent by itself (V1 has no keys): compare the totals first. */
  capture(input: {
    payment: PaymentHandle
    amount: Money
    idempotencyKey: string
  }): Answered<void>
  /** Releases a whole hold. One that is released already is a success; a captured one is refused. */
  cancel(input: {
    payment: PaymentHandle
    idempotencyKey: string
  }): Answered<void>
  /**
   * Gives money back once: a refund that carries `reference` already is returned instead of a second one.
   * @param input.deposited what the gateway holds now (captured minus refunded). V1 refunds only while that is so.
   * @param input.reference our own id of this refund, different for each
   */
  refund(input: {
    payment: PaymentHandle
    amount: Money
    deposited: Money
    reference: string
  }): Answered<GatewayRefund>
  /** Refunds known to the gateway, with our reference where it tells: compare with `carriesReference`. */
  listRefunds(input: {
    payment: PaymentHandle
    currency: CurrencyCode
  }): Answered<GatewayRefund[]>
  /** Undefined when the gateway answers without telling the totals. */
  readTotals(input: {
    payment: PaymentHandle
    currency: CurrencyCode
  }): Answered<MoneyTotals | undefined>
}

/**
 * The channel of an account: the Merchant REST API where the account has a login for it and the payment's `mdOrder` is known,
 * else API V2. What was begun on one is visible on the other, because both address the same order.
 */
export function moneyChannelOf(parts: {
  client: GatewayClient
  v1?: V1Client | undefined
}): MoneyChannel {
  const v2 = channelV2(parts.client)
  if (parts.v1 === undefined) {
    return v2
  }
  const v1 = channelV1(parts.v1)
  const known = (payment: PaymentHandle): PaymentHandle => ({
    ...payment,
    mdOrder: payment.mdOrder ?? mdOrderOf(undefined, payment.sessionId) ?? null,
  })
  const through = <Input extends { payment: PaymentHandle }, T>(
    call: (channel: MoneyChannel, input: Input) => T
  ) => {
    return (input: Input): T => {
      const payment = known(input.payment)
      return call(payment.mdOrder === null ? v2 : v1, { ...input, payment })
    }
  }
  return {
    name: "v1",
    capture: through((channel, input) => channel.capture(input)),
    cancel: through((channel, input) => channel.cancel(input)),
    refund: through((channel, input) => channel.refund(input)),
    listRefunds: through((channel, input) => channel.listRefunds(input)),
    readTotals: through((channel, input) => channel.readTotals(input)),
  }
}
