import { type CardFacts, cardFactsIn } from "./card-facts"
import { actionCodeIn } from "./decline-class"
import {
  CAPTURE_METHOD_WORDS,
  PAYMENT_OF_SESSION,
  PAYMENT_STATUS_WORDS,
  SESSION_PAYMENT_STATUS_WORDS,
  SESSION_STATUS_WORDS,
  isObject,
  sameWord,
  valuesAt,
} from "./dialect"
import {
  type GatewayPaymentId,
  type GatewaySessionId,
  type MerchantReference,
  parseGatewayPaymentId,
} from "./ids"
import { mdOrderOf } from "./md-order"
import { type CurrencyCode, type Money } from "./money"
import { factsOfPayment, type PaymentFacts } from "./payment-facts"
import { type SessionPhase, phaseOf } from "./phase"
import { err, ok, type Result } from "./result"
import { embeddedPaymentSchema, paymentSchema, sessionSchema } from "./schemas"
import {
  type CaptureMethod,
  type GatewayPaymentStatus,
  type SessionPaymentStatus,
  type SessionStatus,
} from "./session-status"
import { wireCurrency, wireMoney } from "./wire-money"

/** A payment at the gateway. An amount is undefined when the gateway does not say it, or not as a whole number of minor units. */
export type GatewayPayment = {
  id?: GatewayPaymentId
  status: GatewayPaymentStatus
  /** The gateway's own word; empty when it sent none. */
  rawStatus: string
  amount?: Money
  /** What may still be captured. */
  capturable?: Money
  captured?: Money
  refunded?: Money
  card?: CardFacts
  /** The gateway's action code of an attempt that failed, in its one spelling. */
  actionCode?: string
}

/** A session (one hosted payment page) at the gateway, in our words beside the gateway's own (section 4.3). */
export type GatewaySession = {
  id: GatewaySessionId
  status: SessionStatus
  rawStatus: string
  paymentStatus: SessionPaymentStatus
  rawPaymentStatus: string
  phase: SessionPhase
  /** Undefined when absent or unreadable; `rawAmount` and `rawCurrency` are what was sent. */
  amount: Money | undefined
  rawAmount: unknown
  rawCurrency: unknown
  merchantReferenceId?: MerchantReference
  captureMethod: CaptureMethod | undefined
  /** Where to send the shopper; present only while the page can be used, and only with an acceptable scheme. */
  paymentUrl?: string
  /** The V1 order id under the session. */
  mdOrder?: string
  createdAt?: Date
  expiresAt?: Date
  payment?: GatewayPayment
  /** Totals as the payment tells them; undefined when the gateway does not. */
  captured: Money | undefined
  refunded: Money | undefined
  facts: PaymentFacts
}

function translate<Ours extends string>(
  words: Readonly<Record<string, Ours>>,
  word: string | undefined
): Ours | undefined {
  const key = sameWord(word ?? "")
  return Object.hasOwn(words, key) ? words[key] : undefined
}

/**
 * A session as the gateway sent it. The error is a sentence for the log.
 * @param options.allowHttp keep a `paymentUrl` that is not https (a local gateway); else it is dropped
 */
export function parseSession(
  wire: unknown,
  options: { allowHttp: boolean }
): Result<GatewaySession, string> {
  const parsed = sessionSchema.safeParse(wire)
  if (!parsed.success) {
    return err(issuesOf(parsed.error.issues))
  }
  const fields = parsed.data
  const id = fields.id
  const currency = wireCurrency(fields.currency)
  const status = translate(SESSION_STATUS_WORDS, fields.status) ?? "unknown"
  const paymentStatus =
    translate(SESSION_PAYMENT_STATUS_WORDS, fields.paymentStatus) ?? "unknown"
  const captureMethod = translate(
    CAPTURE_METHOD_WORDS,
    fields.paymentData?.captureMethod
  )
  const payment = paymentOfSession(wire, currency)
  const paymentUrl = usableUrl(fields.paymentUrl, options.allowHttp)
  const mdOrder = mdOrderOf(fields.paymentUrl, id)
  return ok({
    id,
    status,
    rawStatus: fields.status ?? "",
    paymentStatus,
    rawPaymentStatus: fields.paymentStatus ?? "",
    phase: phaseOf({ status, paymentStatus, captureMethod, payment }),
    amount: wireMoney(fields.amount, currency),
    rawAmount: fields.amount,
    rawCurrency: fields.currency,
    captureMethod,
    captured: payment?.captured,
    refunded: payment?.refunded,
    facts: factsOfPayment(payment),
    ...(fields.merchantReferenceId && {
      merchantReferenceId: fields.merchantReferenceId,
    }),
    ...(paymentUrl && { paymentUrl }),
    ...(mdOrder && { mdOrder }),
    ...(fields.created && { createdAt: fields.created }),
    ...(fields.expiresAt && { expiresAt: fields.expiresAt }),
    ...(payment && { payment }),
  })
}

/**
 * A payment as the gateway sent it. The error is a sentence for the log.
 * @param currency of the amounts when the payment does not name one (section 12.1 shows none)
 */
export function parsePayment(
  wire: unknown,
  currency: CurrencyCode | undefined
): Result<GatewayPayment, string> {
  const parsed = paymentSchema.safeParse(wire)
  return parsed.success
    ? ok(toPayment(parsed.data, currency))
    : err(issuesOf(parsed.error.issues))
}

function toPayment(
  wire: Record<string, unknown>,
  fallback: CurrencyCode | undefined
): GatewayPayment {
  const fields = embeddedPaymentSchema.parse(wire)
  const currency =
    fields.currency === undefined ? fallback : wireCurrency(fields.currency)
  const amount = wireMoney(fields.amount, currency)
  const capturable = wireMoney(fields.amountCapturable, currency)
  const captured = wireMoney(fields.amountCaptured, currency)
  const refunded = wireMoney(fields.amountRefunded, currency)
  const card = cardFactsIn(wire)
  const actionCode = actionCodeIn(wire)
  return {
    status: translate(PAYMENT_STATUS_WORDS, fields.status) ?? "unknown",
    rawStatus: fields.status ?? "",
    ...(fields.id && { id: fields.id }),
    ...(amount && { amount }),
    ...(capturable && { capturable }),
    ...(captured && { captured }),
    ...(refunded && { refunded }),
    ...(card && { card }),
    ...(actionCode && { actionCode }),
  }
}

/** A session allows several attempts (section 4.6); when it lists them all, the one that moved money is the payment. */
const SIGNIFICANCE: readonly GatewayPaymentStatus[] = [
  "succeeded",
  "requires_capture",
  "processing",
  "requires_action",
  "requires_payment_method",
  "unknown",
  "canceled",
  "failed",
]

/** The payment that a session names, by the look-up order of the dialect; undefined when it names none. */
export function paymentOfSession(
  session: unknown,
  currency: CurrencyCode | undefined
): GatewayPayment | undefined {
  for (const path of PAYMENT_OF_SESSION) {
    const candidates = valuesAt(session, path).flatMap((value) => {
      const payment = embeddedPayment(value, currency)
      return payment === undefined ? [] : [payment]
    })
    candidates.sort(
      (a, b) => SIGNIFICANCE.indexOf(a.status) - SIGNIFICANCE.indexOf(b.status)
    )
    if (candidates[0] !== undefined) {
      return candidates[0]
    }
  }
  return undefined
}

function embeddedPayment(
  value: unknown,
  currency: CurrencyCode | undefined
): GatewayPayment | undefined {
  if (isObject(value)) {
    const payment = toPayment(value, currency)
    return payment.id === undefined ? undefined : payment
  }
  const id = parseGatewayPaymentId(value)
  return id === undefined ? undefined : { id, status: "unknown", rawStatus: "" }
}

/** The address when a shopper may be sent there: https, or http for a local gateway; never another scheme. */
function usableUrl(
  url: string | undefined,
  allowHttp: boolean
): string | undefined {
  if (url === undefined || !URL.canParse(url)) {
    return undefined
  }
  const { protocol } = new URL(url)
  const usable = protocol === "https:" || (allowHttp && protocol === "http:")
  return usable ? url : undefined
}

/** What did not fit, by field name and rule, without the values. */
export function issuesOf(
  issues: readonly { path: readonly PropertyKey[]; message: string }[]
): string {
  return issues
    .slice(0, 5)
    .map(
      ({ path, message }) =>
        `${path.map(String).join(".") || "body"}: ${message}`
    )
    .join("; ")
}
