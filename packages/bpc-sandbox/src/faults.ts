import { z } from "zod"

export const OPERATIONS = [
  "createSession",
  "readSession",
  "expireSession",
  "readPayment",
  "capturePayment",
  "cancelPayment",
  "createRefund",
  "readRefund",
  "listRefunds",
  "getOrderStatusExtended",
  "deposit",
  "reverse",
  "refund",
  "decline",
] as const

export type Operation = (typeof OPERATIONS)[number]

export const API_FAULT_KINDS = [
  "latency",
  "status",
  "reset",
  "timeout_before_commit",
  "timeout_after_commit",
  "status_after_commit",
  "html",
  "empty",
  "half_body",
  "huge",
] as const

/**
 * One disturbance of API calls. `commit` says whether the operation is carried out before the caller is let down; left out, it follows
 * the kind: `timeout_after_commit`, `status_after_commit`, `empty`, `half_body` and `huge` commit, the others do not.
 */
export const apiFaultSchema = z.strictObject({
  operation: z.enum([...OPERATIONS, "*"]),
  kind: z.enum(API_FAULT_KINDS),
  /** HTTP status of `status`, `status_after_commit` (default 500) and `html` (default 200). */
  status: z.int().min(200).max(599).optional(),
  /** `Retry-After` in seconds. */
  retryAfter: z.int().min(0).optional(),
  /** `latency`: how long the answer waits. A timeout: when the sandbox hangs up by itself. Milliseconds. */
  delayMs: z.int().min(0).optional(),
  /** How many calls it strikes; for ever when left out. */
  times: z.int().min(1).optional(),
  /** How many matching calls it lets through first. */
  skip: z.int().min(0).optional(),
  /** Only calls about this session, its payment and its refunds. */
  sessionId: z.string().optional(),
  commit: z.boolean().optional(),
})

const perType = z.union([z.int().min(0), z.record(z.string(), z.int().min(0))])

const webhookFaults = z.strictObject({
  /** Never delivers: all events, or those of the listed types. */
  drop: z.union([z.boolean(), z.array(z.string())]).default(false),
  /** How many further copies of each event are sent. */
  duplicate: z.int().min(0).max(100).default(0),
  /** Sends the events of one happening in the opposite order. */
  reorder: z.boolean().default(false),
  /** Sends the events of one happening, and their copies, at the same instant instead of one after the other. */
  together: z.boolean().default(false),
  /** Waits before the first try, in milliseconds: one number, or one for each event type. */
  delayMs: perType.default(0),
  /** Delivers the events of an API call, `session.created` among them, before the call is answered. */
  early: z.boolean().default(false),
  /** Mixes in events of types that no document knows. */
  unknownEvents: z.boolean().default(false),
  /** `API-Request-Id`: one for each event and kept over its retries, one for each try, one shared by all events of a happening, or none. */
  requestId: z
    .enum(["per_event", "per_try", "per_happening", "absent"])
    .default("per_event"),
  /** Sends `session.created`, which the dialect leaves out. */
  sessionCreated: z.boolean().default(false),
})

const signatureFaults = z.strictObject({
  encoding: z.enum(["hex", "HEX", "base64", "base64url"]).default("hex"),
  text: z.enum(["body.t", "t.body", "body"]).default("body.t"),
  timestamp: z.enum(["s", "ms", "iso"]).default("s"),
  /** `t_v1`: `t=…,v1=…`; `bare`: the digest alone; `two_v1`: a foreign `v1` before the right one; `none`: no header. */
  layout: z.enum(["t_v1", "bare", "two_v1", "none"]).default("t_v1"),
  wrongSecret: z.boolean().default(false),
  /** How far `t` is off, in seconds. */
  skewSeconds: z.int().default(0),
  /** A retry is signed with the time of the first try. */
  retryKeepsTimestamp: z.boolean().default(false),
})

/** The Merchant REST API (V1): where the documents leave a choice. */
const v1Faults = z.strictObject({
  /** `errorCode` as text or number, or left out on success and `success` said instead (reference, section 15.1). */
  codes: z.enum(["text", "number", "success_flag"]).default("text"),
  /** Of the merchant: which fields of an order's status come (section 15.2). */
  version: z.int().min(1).default(40),
  amounts: z.enum(["number", "text"]).default("number"),
  /** Whether an order tells of its card at all. */
  card: z.enum(["told", "absent"]).default("told"),
  /** A single refund is a list of one, or an object. */
  refunds: z.enum(["list", "object"]).default("list"),
  /** Whether `depositedAmount` falls with refunds, as section 15.5 suggests. */
  depositedAmount: z.enum(["net", "gross"]).default("net"),
  /** What a repeated refund is checked for first: UNKNOWN (section 15.5). */
  refundChecks: z
    .enum(["reference_first", "amount_first"])
    .default("reference_first"),
})

const tamper = z.strictObject({
  amount: z.int().optional(),
  currency: z.string().optional(),
  merchantReferenceId: z.string().optional(),
  /** Replaces the payment's amount, and scales nothing else. */
  paymentAmount: z.int().optional(),
})

export const faultsSchema = z.strictObject({
  api: z.array(apiFaultSchema).default([]),
  webhooks: webhookFaults.prefault({}),
  signature: signatureFaults.prefault({}),
  webhookOrder: z
    .enum(["before_redirect", "after_redirect"])
    .default("after_redirect"),
  completedWord: z.enum(["completed", "complete"]).default("completed"),
  paymentLink: z
    .enum([
      "object",
      "id_string",
      "paymentId",
      "payments_array",
      "paymentData.id",
      "paymentData.paymentId",
      "none",
    ])
    .default("object"),
  /** Whether a payment of V2 tells of its card: no document shows it. */
  paymentCard: z.enum(["absent", "present"]).default("absent"),
  /** Where a payment that failed names the action code: UNKNOWN. */
  failureCode: z
    .enum(["error.code", "actionCode", "errorCode", "lastError.code", "none"])
    .default("error.code"),
  /** How a payment names its session. */
  paymentBackReference: z
    .enum(["both", "sessionId", "merchantReferenceId", "none"])
    .default("both"),
  paymentStatusWords: z
    .strictObject({
      unpaid: z.string().default("unpaid"),
      paid: z.string().default("paid"),
      authorized: z.string().default("authorized"),
      canceled: z.string().default("canceled"),
    })
    .prefault({}),
  /** `documented`: upper case in API answers and lower case in events, as the samples show. */
  localeCase: z.enum(["documented", "upper", "lower"]).default("documented"),
  /** `documented`: `Z` in API answers and `+00:00` in events, as the samples show. */
  dateFormat: z.enum(["documented", "Z", "+00:00"]).default("documented"),
  paymentUrlOnceExpired: z.enum(["absent", "present"]).default("absent"),
  extraFields: z.boolean().default(false),
  partialCapture: z
    .enum(["keeps_rest", "releases_rest"])
    .default("releases_rest"),
  refunds: z.enum(["instant", "pending"]).default("instant"),
  duplicateReference: z.enum(["accept", "refuse"]).default("accept"),
  /** Capture, cancel and refund of V2: there, or answered 404 or 405. */
  v2MoneyCalls: z
    .enum(["offered", "not_found", "method_not_allowed"])
    .default("offered"),
  v1: v1Faults.prefault({}),
  honourIdempotencyKey: z.boolean().default(false),
  /** After a declined card the shopper stays on the page, or is sent to `failureUrl` with the session still open. */
  onDecline: z.enum(["stay", "redirect"]).default("stay"),
  /** A 3-D Secure challenge that is passed after the session expired: refused, or taken as a late payment. */
  lateChallenge: z.enum(["refuse", "pay"]).default("refuse"),
  /** HTTP status of a created session or refund. */
  createdStatus: z.union([z.literal(200), z.literal(201)]).default(200),
  /** A `User-Agent` that contains one of these gets HTTP 412 and a blank page. */
  blockedUserAgents: z.array(z.string().min(1)).default([]),
  /** What a session's amount is said to be, in every answer and event: a surcharge, or rounding. */
  amountInAnswers: z.enum(["true", "one_more", "one_less"]).default("true"),
  /** What answers about a session say instead of the truth; by session id, `merchantReferenceId` or `*`. */
  tamper: z.record(z.string(), tamper).default({}),
})

export type ApiFault = z.output<typeof apiFaultSchema>
export type Faults = z.output<typeof faultsSchema>
/** What a caller writes: everything optional, at every depth. */
export type FaultsInput = z.input<typeof faultsSchema>

/** Faults that let every call through untouched and follow the default dialect (reference, section 12). */
export function noFaults(): Faults {
  return faultsSchema.parse({})
}
