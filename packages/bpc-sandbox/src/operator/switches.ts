import type { Faults } from "../faults"

export type Switch = { key: string; label: string } & (
  | { kind: "choice"; choices: readonly string[] }
  | { kind: "tick" }
  | { kind: "number" }
)

const choice = (key: string, label: string, choices: string[]): Switch => ({
  key,
  label,
  kind: "choice",
  choices,
})
const tick = (key: string, label: string): Switch => ({
  key,
  label,
  kind: "tick",
})
const number = (key: string, label: string): Switch => ({
  key,
  label,
  kind: "number",
})

/** The switches that the dashboard offers; `key` is where they lie in `Faults`. */
export const SWITCH_GROUPS: readonly {
  title: string
  switches: readonly Switch[]
}[] = [
  {
    title: "Webhook delivery",
    switches: [
      tick("webhooks.drop", "Drop every event"),
      number("webhooks.duplicate", "Extra copies of each event"),
      number("webhooks.delayMs", "Delay in milliseconds"),
      tick("webhooks.together", "Send all at the same instant"),
      tick("webhooks.reorder", "Send in the opposite order"),
      tick("webhooks.early", "Deliver before the API answers"),
      choice("webhookOrder", "Relative to the redirect", [
        "after_redirect",
        "before_redirect",
      ]),
      tick("webhooks.unknownEvents", "Mix in unknown event types"),
      tick("webhooks.sessionCreated", "Send session.created too"),
      choice("webhooks.requestId", "API-Request-Id", [
        "per_event",
        "per_try",
        "per_happening",
        "absent",
      ]),
    ],
  },
  {
    title: "Webhook signature",
    switches: [
      choice("signature.layout", "Header", ["t_v1", "bare", "two_v1", "none"]),
      choice("signature.encoding", "Digest", [
        "hex",
        "HEX",
        "base64",
        "base64url",
      ]),
      choice("signature.text", "Signed text", ["body.t", "t.body", "body"]),
      choice("signature.timestamp", "Timestamp", ["s", "ms", "iso"]),
      number("signature.skewSeconds", "Timestamp off by seconds"),
      tick("signature.retryKeepsTimestamp", "A retry keeps its first time"),
      tick("signature.wrongSecret", "Sign with a wrong secret"),
    ],
  },
  {
    title: "Shape of answers",
    switches: [
      choice("amountInAnswers", "A session's amount is", [
        "true",
        "one_more",
        "one_less",
      ]),
      choice("completedWord", "A finished session is", [
        "completed",
        "complete",
      ]),
      choice("paymentLink", "Link to the payment", [
        "object",
        "id_string",
        "paymentId",
        "payments_array",
        "paymentData.id",
        "paymentData.paymentId",
        "none",
      ]),
      choice("paymentCard", "A payment tells its card", ["absent", "present"]),
      choice("failureCode", "A refusal's code is in", [
        "error.code",
        "actionCode",
        "errorCode",
        "lastError.code",
        "none",
      ]),
      choice("paymentBackReference", "Payments name", [
        "both",
        "sessionId",
        "merchantReferenceId",
        "none",
      ]),
      choice("localeCase", "Locale", ["documented", "upper", "lower"]),
      choice("dateFormat", "Dates", ["documented", "Z", "+00:00"]),
      choice("paymentUrlOnceExpired", "paymentUrl once expired", [
        "absent",
        "present",
      ]),
      tick("extraFields", "Add unknown fields"),
    ],
  },
  {
    title: "Rules of the gateway",
    switches: [
      choice("partialCapture", "Rest of a partial capture", [
        "releases_rest",
        "keeps_rest",
      ]),
      choice("refunds", "Refunds are", ["instant", "pending"]),
      choice("duplicateReference", "A reference used twice", [
        "accept",
        "refuse",
      ]),
      choice("onDecline", "After a declined card", ["stay", "redirect"]),
      choice("lateChallenge", "3-D Secure after expiry", ["refuse", "pay"]),
      tick("honourIdempotencyKey", "Honour Idempotency-Key"),
      choice("v2MoneyCalls", "Capture, cancel and refund in V2", [
        "offered",
        "not_found",
        "method_not_allowed",
      ]),
    ],
  },
  {
    title: "Merchant REST API (V1)",
    switches: [
      choice("v1.codes", "Success is said with", [
        "text",
        "number",
        "success_flag",
      ]),
      number("v1.version", "Version of the merchant"),
      choice("v1.amounts", "Amounts are", ["number", "text"]),
      choice("v1.card", "The card is", ["told", "absent"]),
      choice("v1.refunds", "A single refund is", ["list", "object"]),
      choice("v1.depositedAmount", "depositedAmount after refunds", [
        "net",
        "gross",
      ]),
      choice("v1.refundChecks", "A repeated refund meets", [
        "reference_first",
        "amount_first",
      ]),
    ],
  },
]

/** The value at `group.name` or `name`. */
export function valueAt(faults: Faults, key: string): unknown {
  return key
    .split(".")
    .reduce<unknown>(
      (place, part) =>
        typeof place === "object" && place !== null
          ? (place as Record<string, unknown>)[part]
          : undefined,
      faults
    )
}
