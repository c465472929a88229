/**
 * Every path, field name, header, status word and event name of BPC's API V2 that this plugin relies on. KNOWN: printed in
 * BPC's documents; INFERRED: taken from elsewhere or assumed. When BPC's real answer differs, the correction belongs here
 * and nowhere else. docs/sources.md says which document a number such as "4.2" or "13 row 4" stands for.
 */

const segment = (id: string) => encodeURIComponent(id)

export const PATHS = {
  /** KNOWN, 4.2 */
  sessions: "/sessions",
  /** KNOWN, 4.4 */
  session: (id: string) => `/sessions/${segment(id)}`,
  /** KNOWN, 4.5 */
  expireSession: (id: string) => `/sessions/${segment(id)}/expire`,
  /** KNOWN for the direct flow, 5; INFERRED for a payment of a session, 12.2 */
  payment: (id: string) => `/payments/${segment(id)}`,
  /** KNOWN, 5 */
  capturePayment: (id: string) => `/payments/${segment(id)}/capture`,
  /** INFERRED, 12.2 */
  cancelPayment: (id: string) => `/payments/${segment(id)}/cancel`,
  /** INFERRED, 12.2 */
  refunds: "/refunds",
  /** INFERRED, 12.2 */
  refund: (id: string) => `/refunds/${segment(id)}`,
  /** INFERRED, 12.2 */
  refundsOfPayment: (paymentId: string) =>
    `/refunds?paymentId=${segment(paymentId)}`,
} as const

export const HEADERS = {
  /** KNOWN, 2 */
  apiKey: "X-Api-Key",
  /** KNOWN, 2; on answers as well */
  version: "X-Version",
  /** UNKNOWN whether the gateway reads it, 13 row 7; harmless when it does not */
  idempotencyKey: "Idempotency-Key",
  /** KNOWN on webhooks, 8.1; UNKNOWN on answers, 2 */
  requestId: "API-Request-Id",
  /** KNOWN, 8.3 */
  signature: "X-Signature",
} as const

/** KNOWN, 2 */
export const DEFAULT_API_VERSION = "2023-10-31"

/** KNOWN, 3: session id = prefix + Base58(inner prefix + mdOrder); `paymentUrl` names mdOrder in its query. */
export const SESSION_ID = {
  prefix: "ps_",
  innerPrefix: "ps:",
  queryName: "mdOrder",
} as const

/** KNOWN, 4.2 and 4.3, except where marked. */
export const SESSION_FIELDS = {
  id: "id",
  amount: "amount",
  currency: "currency",
  status: "status",
  paymentStatus: "paymentStatus",
  paymentUrl: "paymentUrl",
  created: "created",
  expiresAt: "expiresAt",
  successUrl: "successUrl",
  failureUrl: "failureUrl",
  paymentData: "paymentData",
  captureMethod: "captureMethod",
  /** KNOWN in answers, INFERRED in the request */
  merchantReferenceId: "merchantReferenceId",
  locale: "locale",
  customerDetails: "customerDetails",
  metadata: "metadata",
} as const

/** `address` and its city, country, line1, line2, postalCode KNOWN for POST /payments, 5; the rest INFERRED. */
export const CUSTOMER_FIELDS = {
  email: "email",
  phone: "phone",
  firstName: "firstName",
  lastName: "lastName",
  address: "address",
  city: "city",
  country: "country",
  line1: "line1",
  line2: "line2",
  postalCode: "postalCode",
  state: "state",
} as const

/**
 * Where a session may name its payment, first match first: UNKNOWN, 13 row 5. Each entry is a path; "[]" stands for
 * the entries of an array. The value is a payment object with an `id`, or the id as text.
 */
export const PAYMENT_OF_SESSION: readonly (readonly string[])[] = [
  ["payment"],
  ["paymentId"],
  ["payments", "[]"],
  ["paymentData"],
  ["paymentData", "paymentId"],
]

/** Where a payment or refund may name its session, 8.2 and 5: UNKNOWN, so each likely name is tried. */
export const SESSION_OF_OBJECT: readonly (readonly string[])[] = [
  ["session"],
  ["session", "id"],
  ["sessionId"],
  ["paymentSession"],
  ["paymentSession", "id"],
  ["paymentSessionId"],
]

/** Where a refund may name its payment, 12.2: INFERRED. */
export const PAYMENT_OF_REFUND: readonly (readonly string[])[] = [
  ["paymentId"],
  ["payment"],
  ["payment", "id"],
]

/** INFERRED, 12.1; `amountCapturable` KNOWN, 5. */
export const PAYMENT_FIELDS = {
  id: "id",
  status: "status",
  amount: "amount",
  currency: "currency",
  amountCapturable: "amountCapturable",
  amountCaptured: "amountCaptured",
  amountRefunded: "amountRefunded",
} as const

/** INFERRED, 12.2. */
export const REFUND_FIELDS = {
  id: "id",
  paymentId: "paymentId",
  amount: "amount",
  currency: "currency",
  status: "status",
  merchantReferenceId: "merchantReferenceId",
  created: "created",
} as const

/** Where each fact may stand in an order of V1 (15.2: KNOWN) or in a payment of V2 (INFERRED). */
export const CARD_FACTS = {
  number: [
    ["cardAuthInfo", "maskedPan"],
    ["cardAuthInfo", "pan"],
    ["card", "maskedPan"],
    ["paymentMethod", "card", "maskedPan"],
  ],
  last4: [
    ["card", "last4"],
    ["paymentMethod", "card", "last4"],
  ],
  brand: [
    ["cardAuthInfo", "paymentSystem"],
    ["card", "scheme"],
    ["card", "brand"],
    ["paymentMethod", "card", "brand"],
  ],
  way: [["paymentWay"], ["paymentMethod", "type"]],
  rrn: [["authRefNum"], ["rrn"], ["referenceNumber"]],
  approvalCode: [["cardAuthInfo", "approvalCode"], ["approvalCode"]],
  eci: [["cardAuthInfo", "secureAuthInfo", "eci"], ["eci"]],
  threeDSecureType: [["cardAuthInfo", "secureAuthInfo", "threeDsType"]],
  issuer: [["bankInfo", "bankName"]],
  issuerCountry: [["bankInfo", "bankCountryCode"]],
} as const satisfies Record<string, readonly (readonly string[])[]>

/** Where a payment of V2 that failed may name the gateway's action code, first match first: INFERRED, 12.1. */
export const FAILURE_CODES: readonly (readonly string[])[] = [
  ["error", "code"],
  ["actionCode"],
  ["errorCode"],
  ["lastError", "code"],
]

/** The list of refunds is `{ data: [...] }`, or a bare array: INFERRED, 12.5. */
export const LIST_FIELD = "data"

/** Status words are compared without case and separators: "requiresCapture" equals "requires_capture". */
export function sameWord(word: string): string {
  return word.toLowerCase().replace(/[^a-z]/g, "")
}

/** `open`, `expired` KNOWN, 4.3; the done set INFERRED, 13 row 4. Keys are in the form of `sameWord`. */
export const SESSION_STATUS_WORDS = {
  open: "open",
  expired: "expired",
  complete: "completed",
  completed: "completed",
  succeeded: "completed",
} as const

/** `unpaid` KNOWN, 4.3; the paid set INFERRED, the authorised set UNKNOWN, 13 row 4. */
export const SESSION_PAYMENT_STATUS_WORDS = {
  unpaid: "unpaid",
  paid: "paid",
  succeeded: "paid",
  captured: "paid",
  funded: "paid",
  authorized: "authorized",
  authorised: "authorized",
  requirescapture: "authorized",
  held: "authorized",
  approved: "authorized",
} as const

/** `requires...`, `succeeded` KNOWN, 5; `canceled`, `failed`, `processing` INFERRED, 5; the others by 13 row 4. */
export const PAYMENT_STATUS_WORDS = {
  requirespaymentmethod: "requires_payment_method",
  requiresaction: "requires_action",
  requirescapture: "requires_capture",
  authorized: "requires_capture",
  authorised: "requires_capture",
  held: "requires_capture",
  approved: "requires_capture",
  succeeded: "succeeded",
  paid: "succeeded",
  captured: "succeeded",
  funded: "succeeded",
  canceled: "canceled",
  cancelled: "canceled",
  failed: "failed",
  processing: "processing",
} as const

/** INFERRED, 12.2. */
export const REFUND_STATUS_WORDS = {
  succeeded: "succeeded",
  pending: "pending",
  failed: "failed",
} as const

/** KNOWN, 4.2. */
export const CAPTURE_METHOD_WORDS = {
  automatic: "automatic",
  manual: "manual",
} as const

/** Event families by the part before the dot: KNOWN, 8.1 and 8.2. */
export const EVENT_FAMILIES = {
  session: "session",
  payment: "payment",
  refund: "refund",
} as const

/** KNOWN, 8.2, except the two refund names (INFERRED, 12.4). */
export const EVENT_TYPES = {
  sessionCompleted: "session.completed",
  sessionExpired: "session.expired",
  paymentSucceeded: "payment.succeeded",
  paymentFailed: "payment.failed",
  paymentCanceled: "payment.canceled",
  paymentAmountCapturableUpdated: "payment.amountCapturableUpdated",
  paymentFunded: "payment.funded",
  refundSucceeded: "refund.succeeded",
  refundFailed: "refund.failed",
} as const

/** KNOWN, 8.2: events that nobody needs to subscribe to, since nothing follows from them. */
export const OTHER_EVENT_TYPES = {
  sessionCreated: "session.created",
  paymentCreated: "payment.created",
} as const

/**
 * Languages of the hosted page, as V1 lists them: INFERRED for V2, 4.3. One that is not here is left out, so that the
 * merchant's own default applies instead of a refusal.
 */
export const HOSTED_PAGE_LANGUAGES: ReadonlySet<string> = new Set(
  "en el ro bg pt sw hu it pl de fr kh cn es ka da et fi lt lv nl sv".split(" ")
)

/** Where an answer may carry its error text, first match first: UNKNOWN, 13 row 10. */
export const ERROR_MESSAGES: readonly (readonly string[])[] = [
  ["error", "message"],
  ["error"],
  ["message"],
  ["errors", "[]"],
  ["errors", "[]", "message"],
  ["errorMessage"],
  ["detail"],
]

/** Where it may carry its error code: `error.code` INFERRED, 12.3; `errorCode` KNOWN for V1, 15.1. */
export const ERROR_CODES: readonly (readonly string[])[] = [
  ["error", "code"],
  ["errorCode"],
  ["code"],
  ["errors", "[]", "code"],
]

/** KNOWN for V1, 15.1: HTTP 200 with an `errorCode` other than 0 (number or text) is an error. */
export const ERROR_CODE_FIELD = "errorCode"

/** HTTP statuses by which V2 says that it lacks a money call (or knows no such payment): INFERRED, 13 row 6. */
export const NOT_OFFERED_STATUSES: ReadonlySet<number> = new Set([
  404, 405, 410, 501,
])

/** The Merchant REST API (V1) of the same gateway. KNOWN, 15, except where marked; that it takes a session's mdOrder is INFERRED, 15. */
export const V1_PATHS = {
  order: "/getOrderStatusExtended.do",
  deposit: "/deposit.do",
  reverse: "/reverse.do",
  refund: "/refund.do",
} as const

export const V1_FIELDS = {
  userName: "userName",
  password: "password",
  /** = mdOrder */
  orderId: "orderId",
  amount: "amount",
  currency: "currency",
  language: "language",
  externalRefundId: "externalRefundId",
  expectedDepositedAmount: "expectedDepositedAmount",
} as const

/** Of `merchantReferenceId`: INFERRED from V1's orderNumber, 4.3. */
export const LONGEST_REFERENCE = 36

/** KNOWN, 15.5. */
export const LONGEST_EXTERNAL_REFUND_ID = 32

/**
 * Where V1 lies when an account does not say: beside V2 on the same host. KNOWN for the test host, INFERRED for others, 1.
 * @param apiUrl V2's address, such as https://dev.bpcbt.com/api2
 */
export function v1ApiUrlOf(apiUrl: string): string {
  const url = new URL(apiUrl)
  const path = url.pathname.replace(/\/+$/, "")
  const before = path.endsWith("/api2") ? path.slice(0, -"/api2".length) : ""
  return `${url.origin}${before}/payment/rest`
}

/** KNOWN, 15.1: covers a refused login, a missing permission, a state that does not allow it, a missing field. */
export const V1_CODE_REFUSED = "5"
/** KNOWN, 15.1: a system error, so that what became of the order is not certain (INFERRED). */
export const V1_CODE_SYSTEM = "7"

/** KNOWN, 15.2. `intermediate`: captured in part, with more to come. */
export const V1_ORDER_STATUS: Readonly<Record<number, V1OrderStatus>> = {
  0: "registered",
  1: "held",
  2: "captured",
  3: "canceled",
  4: "refunded",
  5: "registered",
  6: "declined",
  7: "pending",
  8: "intermediate",
}
export type V1OrderStatus =
  | "registered"
  | "held"
  | "captured"
  | "canceled"
  | "refunded"
  | "declined"
  | "pending"
  | "intermediate"

/** KNOWN, 15.2; for an `orderStatus` that is new to us. */
export const V1_PAYMENT_STATE: Readonly<Record<string, V1OrderStatus>> = {
  CREATED: "registered",
  APPROVED: "held",
  DEPOSITED: "captured",
  DECLINED: "declined",
  REVERSED: "canceled",
  REFUNDED: "refunded",
}

/** Result codes of a refund that is under way: KNOWN, 15.7. Any other but 0 is a refund that failed: INFERRED. */
export const V1_PENDING_ACTION_CODES: ReadonlySet<number> = new Set([
  1120, -30001,
])

/** Every value found by walking a path of the tables above, in order. */
export function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  return path.reduce<unknown[]>(
    (found, step) =>
      found.flatMap((item) => {
        if (step === "[]") {
          return Array.isArray(item) ? item : []
        }
        return isObject(item) && Object.hasOwn(item, step) ? [item[step]] : []
      }),
    [value]
  )
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
