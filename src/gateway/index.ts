export { type Result, err, ok } from "./result"
export {
  type GatewayPaymentId,
  type GatewayRefundId,
  type GatewaySessionId,
  type MerchantReference,
  gatewayPaymentId,
  gatewayRefundId,
  gatewaySessionId,
  merchantReference,
  parseGatewayPaymentId,
  parseGatewayRefundId,
  parseGatewaySessionId,
  parseMerchantReference,
} from "./ids"
export { mdOrderOf } from "./md-order"
export {
  type CurrencyCode,
  type DecimalInput,
  type Money,
  type MoneyError,
  currencyCodes,
  exponentOf,
  formatMoney,
  moneyOf,
  parseCurrency,
  sameMoney,
  toDecimal,
  toMoney,
} from "./money"
export { decimalPart, minorPart } from "./rounding"
export {
  GatewayError,
  type GatewayErrorCause,
  type GatewayErrorKind,
  isTlsFailure,
} from "./errors"
export {
  type CaptureMethod,
  type GatewayPaymentStatus,
  type SessionPaymentStatus,
  type SessionStatus,
} from "./session-status"
export {
  type GatewayPayment,
  type GatewaySession,
  parsePayment,
  parseSession,
} from "./session"
export { type PhaseInput, type SessionPhase, phaseOf } from "./phase"
export {
  type GatewayRefund,
  type GatewayRefundStatus,
  parseRefund,
  parseRefundList,
} from "./refund"
export {
  type CallRecord,
  type CreateSessionInput,
  type CreatedSession,
  type GatewayClient,
  type GatewayClientOptions,
  createGatewayClient,
} from "./client"
export { type ConnectionOptions } from "./connection"
export { isCredentialRefusal } from "./v1-failure"
export {
  type V1Client,
  type V1ClientOptions,
  createV1Client,
} from "./v1-client"
export {
  type MoneyChannel,
  type MoneyState,
  type MoneyTotals,
  type PaymentHandle,
  type PaymentReading,
} from "./money-channel"
export { type CardFacts, type ThreeDSecure } from "./card-facts"
export {
  actionCodeIn,
  declineClassOf,
  isRefusal,
  shopperClassOf,
} from "./decline-class"
export { DECLINE_CLASSES, type DeclineClass } from "./decline-classes"
export { bothFacts, type PaymentFacts } from "./payment-facts"
export { moneyChannelOf } from "./money-channel-of"
export { carriesReference } from "./refund-reference"
export { type CustomerInput } from "./customer"
export {
  DEFAULT_API_VERSION,
  EVENT_TYPES,
  OTHER_EVENT_TYPES,
  HEADERS,
  v1ApiUrlOf,
} from "./dialect"
export { isForbiddenAddress } from "./address"
export { checkApiUrl } from "./api-url"
export { type Visit, type VisitFailure, visit } from "./visit"
export { redact, redactPayload, redactText } from "./redact"
export {
  SIGNATURE_VARIANTS,
  type SignatureEncoding,
  type SignatureText,
  type SignatureVariant,
  isSignatureVariant,
  layoutOf,
  partsOf,
} from "./signature-variant"
export { type SignWebhookInput, signWebhook } from "./sign-webhook"
export {
  type SignatureCheck,
  type SignatureFailure,
  type VerifyWebhookInput,
  type WebhookKey,
  verifyWebhookSignature,
} from "./webhook-signature"
export {
  type WebhookEvent,
  type WebhookEventKind,
  parseWebhookEvent,
} from "./webhook-event"
