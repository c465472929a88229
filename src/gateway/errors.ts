import { type ErrorTexts } from "./error-texts"

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

const CERTIFICATE_CODES = new Set([
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "CERT_REVOKED",
  "CERT_SIGNATURE_FAILURE",
  "CERT_UNTRUSTED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "HOSTNAME_MISMATCH",
  "INVALID_CA",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
])

/** The certificate was refused, which happens before anything of a request is sent. */
export function isCertificateCode(code: string | undefined): boolean {
  return code !== undefined && CERTIFICATE_CODES.has(code)
}

const UNKNOWN_AUTHORITY_CODES = new Set([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
])

/** The certificate may be good: this server does not know who issued it (a bank's own authority, or a proxy that inspects traffic). */
export function isUnknownAuthorityCode(code: string | undefined): boolean {
  return code !== undefined && UNKNOWN_AUTHORITY_CODES.has(code)
}

/** The encrypted connection failed: for the certificate, or for what the two sides could not agree on. */
export function isTlsCode(code: string | undefined): boolean {
  return (
    isCertificateCode(code) ||
    (code !== undefined && /^(EPROTO$|ERR_TLS_|ERR_SSL_)/.test(code))
  )
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
