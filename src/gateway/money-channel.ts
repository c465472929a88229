import { type GatewayError } from "./errors"
import { type GatewayPaymentId, type GatewaySessionId } from "./ids"
import { type CurrencyCode, type Money } from "./money"
import { type PaymentFacts } from "./payment-facts"
import { type GatewayRefund } from "./refund"
import { type Result } from "./result"

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

/** What one look at the gateway's books tells of a payment. */
export type PaymentReading = {
  /** Undefined when the gateway answers without telling the totals. */
  totals: MoneyTotals | undefined
  facts: PaymentFacts
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
  readPayment(input: {
    payment: PaymentHandle
    currency: CurrencyCode
  }): Answered<PaymentReading>
}
