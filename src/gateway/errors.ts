import { isTlsCode } from "./tls-codes"

/** Each text says what happened, what it means for the money, and what to do. */
export type ErrorTexts = Readonly<{
  shopper: string
  merchant: string
  log: string
}>

export type GatewayErrorKind =
  | "transport"
  | "timeout"
  | "throttled"
  | "rejected"
  | "auth"
  | "blocked"
  | "protocol"
  | "configuration"

export type GatewayErrorFields = {
  kind: GatewayErrorKind
  retryable: boolean
  outcomeUnknown: boolean
  texts: ErrorTexts
  httpStatus?: number | undefined
  code?: string | undefined
  requestId?: string | undefined
  retryAfterMs?: number | undefined
  networkCode?: string | undefined
  cause?: GatewayErrorCause | undefined
}

/** What is kept of the original error: never the HTTP client's own object, which carries headers and body. */
export type GatewayErrorCause = Readonly<{ code?: string; message: string }>

/**
 * Everything that can go wrong between us and the gateway. All texts are redacted before they get here: neither the key nor
 * a request's headers or body is reachable from an instance.
 */
export class GatewayError extends Error {
  readonly kind: GatewayErrorKind
  /** Trying the same later may succeed without anybody changing anything. */
  readonly retryable: boolean
  /** The gateway may have carried the request out although no answer was understood: read before repeating. */
  readonly outcomeUnknown: boolean
  /** For the shopper: nothing technical, safe to show. */
  readonly shopper: string
  /** For the merchant: what happened, what it means for the money, what to do. */
  readonly merchant: string
  /** For the log: the call, the status and the gateway's own words. */
  readonly log: string
  readonly httpStatus?: number
  /** The gateway's own error code. */
  readonly code?: string
  /** The gateway's id of the call, for its support. */
  readonly requestId?: string
  /** How long the gateway asked to wait, in milliseconds. */
  readonly retryAfterMs?: number
  /** The system's code for a failure below HTTP, such as ECONNREFUSED or CERT_HAS_EXPIRED. */
  readonly networkCode?: string
  override readonly cause?: GatewayErrorCause

  constructor(fields: GatewayErrorFields) {
    super(fields.texts.log)
    this.name = "GatewayError"
    this.kind = fields.kind
    this.retryable = fields.retryable
    this.outcomeUnknown = fields.outcomeUnknown
    this.shopper = fields.texts.shopper
    this.merchant = fields.texts.merchant
    this.log = fields.texts.log
    if (fields.httpStatus !== undefined) this.httpStatus = fields.httpStatus
    if (fields.code !== undefined) this.code = fields.code
    if (fields.requestId !== undefined) this.requestId = fields.requestId
    if (fields.retryAfterMs !== undefined)
      this.retryAfterMs = fields.retryAfterMs
    if (fields.networkCode !== undefined) this.networkCode = fields.networkCode
    if (fields.cause !== undefined) this.cause = fields.cause
  }
}

/** The gateway's certificate or TLS setup was refused. */
export function isTlsFailure(error: GatewayError): boolean {
  return isTlsCode(error.networkCode)
}

/** A wrong setting, found without asking the gateway. @param merchant a sentence that names the setting and the remedy */
export function configurationError(merchant: string): GatewayError {
  return new GatewayError({
    kind: "configuration",
    retryable: false,
    outcomeUnknown: false,
    texts: {
      shopper:
        "Card payment is not available at the moment. You have not been charged. Please choose another payment method or contact the shop.",
      merchant,
      log: `configuration: ${merchant}`,
    },
  })
}
