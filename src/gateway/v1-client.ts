import { orderUnknown } from "./channel-refusals"
import { type ConnectionOptions, openConnection } from "./connection"
import { type CurrencyCode, numberOf } from "./currency"
import { V1_FIELDS, V1_PATHS } from "./dialect"
import { type CallPurpose } from "./error-texts"
import { type GatewayError, configurationError } from "./errors"
import { type Answer, type Call, notSent, protocolFailure } from "./failure"
import { type Money } from "./money"
import { err, ok, type Result } from "./result"
import { failureOfV1Answer } from "./v1-failure"
import { ORDER_NOT_FOUND, type V1Order, parseV1Order } from "./v1-order"

export type V1ClientOptions = ConnectionOptions & {
  /** With its path, such as https://dev.bpcbt.com/payment/rest (section 15.1); `v1ApiUrlOf` derives it from V2's. */
  apiUrl: string
  /** Of the API user; it ends in `-api`. */
  login: string
  password: string
}

type Answered<T> = Promise<Result<T, GatewayError>>

/**
 * The Merchant REST API (section 15). None of the calls rejects. Reading is repeated after a passing fault, the others never.
 * A success of the others says only that the request was processed: read the order.
 */
export type V1Client = {
  /** @param input.currency that the order must be in; without it no sum is told */
  readOrder(input: {
    mdOrder: string
    currency?: CurrencyCode | undefined
  }): Answered<V1Order>
  deposit(input: { mdOrder: string; amount: Money }): Answered<void>
  /** Releases a whole hold. The gateway takes one attempt only. */
  reverse(input: { mdOrder: string }): Answered<void>
  refund(input: {
    mdOrder: string
    amount: Money
    /** At most 32 characters: `externalRefundIdOf`. */
    externalRefundId: string
    /** The order's `depositedAmount` as it was read; refused when it is another one by now. */
    expectedDeposited?: Money | undefined
  }): Answered<void>
  close(): void
}

/** @throws GatewayError of kind `configuration` for an address or login that cannot be used. */
export function createV1Client(options: V1ClientOptions): V1Client {
  const login = usable(options.login, "API login")
  const password = usable(options.password, "API password")
  const connection = openConnection(options.apiUrl, options, {
    apiVersion: "",
    secrets: [login, password],
    failureOf: failureOfV1Answer,
  })

  function post(
    path: string,
    purpose: CallPurpose,
    mdOrder: string,
    fields: Record<string, string>
  ): { call: Call; answer: Answered<Answer> } {
    const call: Call = { method: "POST", path, purpose, api: "v1" }
    const form = {
      [V1_FIELDS.userName]: login,
      [V1_FIELDS.password]: password,
      [V1_FIELDS.orderId]: mdOrder,
      [V1_FIELDS.language]: "en",
      ...fields,
    }
    return { call, answer: connection.send({ call, target: path, form }) }
  }

  async function act(
    path: string,
    purpose: CallPurpose,
    mdOrder: string,
    amount: Money | undefined,
    fields: Record<string, string> = {}
  ): Answered<void> {
    const call: Call = { method: "POST", path, purpose, api: "v1" }
    // 0 stands for the whole order (section 15.1): a rounding slip must not become a full capture or refund.
    if (amount?.minor === 0) {
      return err(notSent(call, "the amount is zero"))
    }
    const answer = await post(path, purpose, mdOrder, {
      ...(amount && {
        [V1_FIELDS.amount]: String(amount.minor),
        [V1_FIELDS.currency]: String(numberOf(amount.currency)).padStart(
          3,
          "0"
        ),
      }),
      ...fields,
    }).answer
    return answer.ok ? ok(undefined) : answer
  }

  return {
    readOrder: async ({ mdOrder, currency }) => {
      const { call, answer } = post(V1_PATHS.order, "read", mdOrder, {})
      const read = await answer
      if (!read.ok) {
        return read
      }
      const order = parseV1Order(read.value.json, currency)
      if (order.ok) {
        return order
      }
      return err(
        order.error === ORDER_NOT_FOUND
          ? orderUnknown(mdOrder)
          : protocolFailure(call, read.value, order.error)
      )
    },
    deposit: ({ mdOrder, amount }) =>
      act(V1_PATHS.deposit, "capture", mdOrder, amount),
    reverse: ({ mdOrder }) =>
      act(V1_PATHS.reverse, "cancel", mdOrder, undefined),
    refund: ({ mdOrder, amount, externalRefundId, expectedDeposited }) =>
      act(V1_PATHS.refund, "refund", mdOrder, amount, {
        [V1_FIELDS.externalRefundId]: externalRefundId,
        ...(expectedDeposited && {
          [V1_FIELDS.expectedDepositedAmount]: String(expectedDeposited.minor),
        }),
      }),
    close: () => connection.close(),
  }
}

function usable(text: string, name: string): string {
  const trimmed = text.trim()
  if (trimmed === "") {
    throw configurationError(
      `The ${name} of the second channel is empty. Enter it as the bank gave it, or remove both login and password.`
    )
  }
  return trimmed
}
