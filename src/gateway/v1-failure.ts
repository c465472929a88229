import {
  ERROR_CODE_FIELD,
  V1_CODE_REFUSED,
  V1_CODE_SYSTEM,
  isObject,
} from "./dialect"
import { type GatewayError } from "./errors"
import {
  type Answer,
  type Call,
  failureTeller,
  isCutOff,
  mayChangeSomething,
} from "./failure"

/**
 * An answer of the Merchant REST API that is no success, or undefined when it is one: section 15.1. Unlike V2 it refuses with
 * HTTP 200, and its 400 is an internal error.
 */
export function failureOfV1Answer(
  call: Call,
  answer: Answer,
  secrets: readonly string[]
): GatewayError | undefined {
  const { status, json } = answer
  const acts = mayChangeSomething(call)
  const fail = failureTeller(call, answer, secrets)
  const final = { retryable: false, outcomeUnknown: false }

  if (status >= 500 || status === 400 || status === 408) {
    return fail("transport", { retryable: true, outcomeUnknown: acts })
  }
  if (status === 429) {
    return fail("throttled", { retryable: true, outcomeUnknown: false })
  }
  if (status === 401 || (status === 403 && json !== undefined)) {
    return fail("auth", final)
  }
  if (status < 200 || status >= 300) {
    return fail("blocked", final)
  }
  const unreadable = { retryable: false, outcomeUnknown: acts }
  if (!isObject(json)) {
    const ours = json !== undefined || isCutOff(answer.body)
    return fail(ours ? "protocol" : "blocked", unreadable)
  }
  switch (verdictOf(json)) {
    case "success":
      return undefined
    case "refused":
      return fail("rejected", {
        retryable: false,
        outcomeUnknown:
          acts && String(json[ERROR_CODE_FIELD]) === V1_CODE_SYSTEM,
      })
    case "unsaid":
      // Reading an order may leave the code out; a call that moves money must say that it did.
      return acts ? fail("protocol", unreadable) : undefined
  }
}

/** A reading that was refused for its login, as far as code 5 tells: a reading has few other causes for it (section 15.1). */
export function isCredentialRefusal(error: GatewayError): boolean {
  return (
    error.kind === "auth" ||
    (error.kind === "rejected" && error.code === V1_CODE_REFUSED)
  )
}

/** `success` decides when it is there; else `errorCode`, a number or a text, which may be missing (section 15.1). */
function verdictOf(
  json: Record<string, unknown>
): "success" | "refused" | "unsaid" {
  const { success } = json
  if (typeof success === "boolean") {
    return success ? "success" : "refused"
  }
  const code = json[ERROR_CODE_FIELD]
  if (code === undefined || code === null || code === "") {
    return "unsaid"
  }
  return Number(code) === 0 ? "success" : "refused"
}
