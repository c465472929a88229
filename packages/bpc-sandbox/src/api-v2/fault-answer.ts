import type { ApiFault } from "../faults"
import { json, type Answer } from "../http/answer"

const HUGE_BODY_BYTES = 32 * 1024 * 1024

/** Whether the operation is carried out although its answer is spoilt. */
export function commits(fault: ApiFault): boolean {
  if (fault.commit !== undefined) return fault.commit
  switch (fault.kind) {
    case "timeout_after_commit":
    case "status_after_commit":
    case "empty":
    case "half_body":
    case "huge":
      return true
    case "latency":
    case "status":
    case "reset":
    case "timeout_before_commit":
    case "html":
      return false
  }
}

/** What the caller gets instead of `proper`, the answer that was due. */
export function spoilt(fault: ApiFault, proper: Answer): Answer {
  const { afterwards } = proper
  switch (fault.kind) {
    case "latency":
      return proper
    case "status":
    case "status_after_commit":
      return { ...statusAnswer(fault), afterwards }
    case "reset":
      return { ...proper, manner: "reset" }
    case "timeout_before_commit":
    case "timeout_after_commit":
      return { ...proper, manner: "hang", hangMs: fault.delayMs }
    case "html":
      return {
        status: fault.status ?? 200,
        headers: { "Content-Type": "text/html; charset=utf-8" },
        body: "<!doctype html><html><head><title>Request blocked</title></head><body><h1>Request blocked</h1></body></html>",
        afterwards,
      }
    case "empty":
      return { ...proper, status: fault.status ?? proper.status, body: "" }
    case "half_body":
      return { ...proper, manner: "cut" }
    case "huge":
      return { ...proper, body: proper.body + " ".repeat(HUGE_BODY_BYTES) }
  }
}

function statusAnswer(fault: ApiFault): Answer {
  const status = fault.status ?? 500
  return json(
    status,
    {
      error: {
        code: CODES[status] ?? "sandbox_fault",
        message: `The sandbox was told to answer ${status}`,
      },
    },
    fault.retryAfter === undefined
      ? {}
      : { "Retry-After": String(fault.retryAfter) }
  )
}

const CODES: Record<number, string> = {
  400: "invalid_request",
  401: "authentication_error",
  403: "access_denied",
  404: "not_found",
  429: "too_many_requests",
  500: "internal_error",
  502: "bad_gateway",
  503: "unavailable",
}
