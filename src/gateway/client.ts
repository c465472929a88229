import { type ConnectionOptions, openConnection } from "./connection"
import {
  DEFAULT_API_VERSION,
  PATHS,
  REFUND_FIELDS,
  PAYMENT_FIELDS,
} from "./dialect"
import { type CallPurpose } from "./error-texts"
import { type GatewayError, configurationError } from "./errors"
import { type Answer, type Call, notSent, protocolFailure } from "./failure"
import {
  type GatewayPaymentId,
  type GatewayRefundId,
  type GatewaySessionId,
  type MerchantReference,
} from "./ids"
import { type CurrencyCode, type Money } from "./money"
import { type GatewayRefund, parseRefund, parseRefundList } from "./refund"
import { err, ok, type Result } from "./result"
import {
  type GatewayPayment,
  type GatewaySession,
  parsePayment,
  parseSession,
} from "./session"
import { type CreateSessionInput, toSessionBody } from "./session-request"

export type { CallRecord } from "./transport"
export type { CreateSessionInput } from "./session-request"

export type GatewayClientOptions = ConnectionOptions & {
  /** With its path, such as https://dev.bpcbt.com/api2 (section 1). */
  apiUrl: string
  apiKey: string
  /** `X-Version`, by default 2023-10-31; "" leaves the header out (section 2). */
  apiVersion?: string
  /** Told what became of each call, after its repeats. */
  onAnswer?: (result: Result<unknown, GatewayError>) => void
}

/** A session that a shopper can be sent to. */
export type CreatedSession = GatewaySession & { paymentUrl: string }

type Answered<T> = Promise<Result<T, GatewayError>>
/** For payments that do not name their currency (section 12.1): without it their amounts stay undefined. */
type KnownCurrency = { currency?: CurrencyCode | undefined }

/** Calls to the gateway. None of them rejects: what can go wrong is a `GatewayError` in the result. */
export type GatewayClient = {
  createSession(input: CreateSessionInput): Answered<CreatedSession>
  readSession(id: GatewaySessionId): Answered<GatewaySession>
  /** Read again afterwards: it may have crossed a payment (section 4.5). */
  expireSession(id: GatewaySessionId): Answered<GatewaySession>
  readPayment(
    id: GatewayPaymentId,
    known?: KnownCurrency
  ): Answered<GatewayPayment>
  capturePayment(input: {
    paymentId: GatewayPaymentId
    amount: Money
    idempotencyKey: string
  }): Answered<GatewayPayment>
  cancelPayment(
    input: {
      paymentId: GatewayPaymentId
      idempotencyKey?: string | undefined
    } & KnownCurrency
  ): Answered<GatewayPayment>
  createRefund(input: {
    paymentId: GatewayPaymentId
    amount: Money
    merchantReferenceId: MerchantReference
    idempotencyKey: string
  }): Answered<GatewayRefund>
  readRefund(
    id: GatewayRefundId,
    known?: KnownCurrency
  ): Answered<GatewayRefund>
  listRefunds(
    paymentId: GatewayPaymentId,
    known?: KnownCurrency
  ): Answered<GatewayRefund[]>
  /** Lets go of the connections; calls under way still get their answer. */
  close(): void
}

type Parser<T> = (wire: unknown) => Result<T, string>

/** @throws GatewayError of kind `configuration` for an address or key that cannot be used. */
export function createGatewayClient(
  options: GatewayClientOptions
): GatewayClient {
  const connection = openConnection(options.apiUrl, options, {
    apiKey: usableKey(options.apiKey),
    apiVersion: options.apiVersion ?? DEFAULT_API_VERSION,
  })

  async function request<T>(
    method: Call["method"],
    target: string,
    purpose: CallPurpose,
    parse: Parser<T>,
    content: {
      body?: Record<string, unknown>
      idempotencyKey?: string | undefined
    } = {}
  ): Answered<T> {
    const call: Call = {
      method,
      path: target.split("?", 1)[0] ?? target,
      purpose,
    }
    // V1 of the gateway reads 0 as "the whole order" (section 15.1): a rounding slip must not become a full refund.
    if (content.body?.[PAYMENT_FIELDS.amount] === 0) {
      return err(notSent(call, "the amount is zero"))
    }
    const answer = await connection.send({ call, target, ...content })
    const result = answer.ok ? understand(call, answer.value, parse) : answer
    options.onAnswer?.(result)
    return result
  }

  const session: Parser<GatewaySession> = (wire) =>
    parseSession(wire, { allowHttp: connection.plain })
  const sameSession =
    (id: GatewaySessionId): Parser<GatewaySession> =>
    (wire) =>
      expectId(session(wire), id)
  const payment =
    (
      currency: CurrencyCode | undefined,
      id: GatewayPaymentId
    ): Parser<GatewayPayment> =>
    (wire) =>
      expectId(parsePayment(wire, currency), id)
  const refund =
    (currency: CurrencyCode | undefined): Parser<GatewayRefund> =>
    (wire) =>
      parseRefund(wire, currency)

  return {
    createSession: (input) =>
      request(
        "POST",
        PATHS.sessions,
        "start",
        (wire) => withPaymentUrl(session(wire)),
        { body: toSessionBody(input) }
      ),
    readSession: (id) =>
      request("GET", PATHS.session(id), "read", sameSession(id)),
    expireSession: (id) =>
      request("POST", PATHS.expireSession(id), "close", sameSession(id)),
    readPayment: (id, known) =>
      request("GET", PATHS.payment(id), "read", payment(known?.currency, id)),
    capturePayment: ({ paymentId, amount, idempotencyKey }) =>
      request(
        "POST",
        PATHS.capturePayment(paymentId),
        "capture",
        payment(amount.currency, paymentId),
        { body: { [PAYMENT_FIELDS.amount]: amount.minor }, idempotencyKey }
      ),
    cancelPayment: ({ paymentId, idempotencyKey, currency }) =>
      request(
        "POST",
        PATHS.cancelPayment(paymentId),
        "cancel",
        payment(currency, paymentId),
        { idempotencyKey }
      ),
    createRefund: ({
      paymentId,
      amount,
      merchantReferenceId,
      idempotencyKey,
    }) =>
      request("POST", PATHS.refunds, "refund", refund(amount.currency), {
        body: {
          [REFUND_FIELDS.paymentId]: paymentId,
          [REFUND_FIELDS.amount]: amount.minor,
          [REFUND_FIELDS.merchantReferenceId]: merchantReferenceId,
        },
        idempotencyKey,
      }),
    readRefund: (id, known) =>
      request("GET", PATHS.refund(id), "read", (wire) =>
        expectId(refund(known?.currency)(wire), id)
      ),
    listRefunds: (paymentId, known) =>
      request("GET", PATHS.refundsOfPayment(paymentId), "read", (wire) =>
        parseRefundList(wire, known?.currency)
      ),
    close: () => connection.close(),
  }
}

function understand<T>(
  call: Call,
  answer: Answer,
  parse: Parser<T>
): Result<T, GatewayError> {
  const parsed = parse(answer.json)
  return parsed.ok ? parsed : err(protocolFailure(call, answer, parsed.error))
}

/** An answer about another object (a cache on the way, a mix-up) must never be applied to this one. */
function expectId<T extends { id?: string }>(
  result: Result<T, string>,
  id: string
): Result<T, string> {
  return result.ok && result.value.id !== undefined && result.value.id !== id
    ? err("id: the answer is about another object")
    : result
}

function withPaymentUrl(
  result: Result<GatewaySession, string>
): Result<CreatedSession, string> {
  if (!result.ok) {
    return result
  }
  const { paymentUrl } = result.value
  return paymentUrl === undefined
    ? err("paymentUrl: absent, or not an https address")
    : ok({ ...result.value, paymentUrl })
}

function usableKey(apiKey: string): string {
  const key = apiKey.trim()
  if (key === "") {
    throw configurationError(
      "The API key is empty. Paste it from the gateway's portal."
    )
  }
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw configurationError(
      "The API key contains a space, a line break or another character that no key has. Paste it again from the gateway's portal."
    )
  }
  return key
}
