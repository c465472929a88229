import {
  CONNECT_TIMEOUT,
  FORBIDDEN_ADDRESS,
  PROXY_REFUSED,
} from "./connection-error"
import {
  ERROR_CODE_FIELD,
  ERROR_CODES,
  ERROR_MESSAGES,
  isObject,
  valuesAt,
} from "./dialect"
import { type CallPurpose, textsOf } from "./error-texts"
import {
  GatewayError,
  type GatewayErrorCause,
  configurationError,
} from "./errors"
import { redactText } from "./redact"
import { isCertificateCode, isTlsCode } from "./tls-codes"

/** What a failure is told by: the call, and never its headers or body. */
export type Call = {
  method: "GET" | "POST"
  /** Path without query. */
  path: string
  purpose: CallPurpose
  /** The Merchant REST API; V2 when left out. */
  api?: "v1"
}

export type Answer = {
  status: number
  body: string
  /** The body as JSON; undefined when it is not JSON. */
  json: unknown
  requestId?: string | undefined
  apiVersion?: string | undefined
  retryAfterMs?: number | undefined
}

const LONGEST_DETAIL = 300

/** The Merchant REST API reads by POST as well, so the method does not tell. */
export function mayChangeSomething(call: Call): boolean {
  return call.purpose !== "read"
}

type AnswerFailure = (
  kind:
    "transport" | "throttled" | "rejected" | "auth" | "blocked" | "protocol",
  rules: { retryable: boolean; outcomeUnknown: boolean }
) => GatewayError

/** Makes the error of an answer, in the gateway's own words as far as it has any. */
export function failureTeller(
  call: Call,
  answer: Answer,
  secrets: readonly string[]
): AnswerFailure {
  const code = firstText(answer.json, ERROR_CODES, secrets)
  const detail = firstText(answer.json, ERROR_MESSAGES, secrets)
  return (kind, rules) =>
    new GatewayError({
      kind,
      ...rules,
      texts: textsOf({
        kind,
        purpose: call.purpose,
        outcomeUnknown: rules.outcomeUnknown,
        call: `${call.method} ${call.path}`,
        api: call.api,
        httpStatus: answer.status,
        detail,
        code,
        requestId: answer.requestId,
        apiVersion: answer.apiVersion,
      }),
      httpStatus: answer.status,
      code,
      requestId: answer.requestId,
      retryAfterMs: answer.retryAfterMs,
    })
}

/** An answer that is no success, or undefined when it is one: sections 9 and 13 (rows 9 to 11). */
export function failureOfAnswer(
  call: Call,
  answer: Answer,
  secrets: readonly string[]
): GatewayError | undefined {
  const { status, json } = answer
  const acts = mayChangeSomething(call)
  const fail = failureTeller(call, answer, secrets)
  const final = { retryable: false, outcomeUnknown: false }

  if (status >= 500 || status === 408) {
    return fail("transport", { retryable: true, outcomeUnknown: acts })
  }
  if (status === 429) {
    return fail("throttled", { retryable: true, outcomeUnknown: false })
  }
  if (status === 412 || (status >= 300 && status < 400)) {
    return fail("blocked", final)
  }
  const succeeded = status >= 200 && status < 300
  const outcome = { retryable: false, outcomeUnknown: succeeded && acts }
  if (json === undefined) {
    if (status === 401 || (status === 403 && answer.body.trim() === "")) {
      return fail("auth", final)
    }
    return fail(
      isCutOff(answer.body) && succeeded ? "protocol" : "blocked",
      outcome
    )
  }
  if (status === 401 || status === 403) {
    return fail("auth", final)
  }
  if (!succeeded) {
    return fail("rejected", final)
  }
  return hasErrorCode(json) ? fail("rejected", final) : undefined
}

/** Nothing at all, or the beginning of JSON: the gateway's own answer gone wrong, not a page of somebody in between. */
export function isCutOff(body: string): boolean {
  return /^\s*([[{]|$)/.test(body)
}

/** V1 answers errors with HTTP 200: `errorCode` is a number or a text, and 0 is success (section 15.1). */
function hasErrorCode(json: unknown): boolean {
  return valuesAt(json, [ERROR_CODE_FIELD]).some(
    (code) => code !== null && Number(code) !== 0
  )
}

/** A 2xx answer whose JSON is not the object that was asked for. @param problem names fields, never values */
export function protocolFailure(
  call: Call,
  answer: Partial<Answer>,
  problem: string
): GatewayError {
  const outcomeUnknown = mayChangeSomething(call)
  return new GatewayError({
    kind: "protocol",
    retryable: false,
    outcomeUnknown,
    texts: textsOf({
      kind: "protocol",
      purpose: call.purpose,
      outcomeUnknown,
      call: `${call.method} ${call.path}`,
      api: call.api,
      httpStatus: answer.status,
      detail: problem,
      requestId: answer.requestId,
      apiVersion: answer.apiVersion,
    }),
    httpStatus: answer.status,
    requestId: answer.requestId,
  })
}

/** A request that must not be made at all. @param reason completes "The request was not sent: ..." */
export function notSent(call: Call, reason: string): GatewayError {
  return new GatewayError({
    kind: "rejected",
    retryable: false,
    outcomeUnknown: false,
    texts: textsOf({
      kind: "rejected",
      purpose: call.purpose,
      outcomeUnknown: false,
      call: `${call.method} ${call.path}`,
      api: call.api,
      detail: reason,
    }),
  })
}

/** The time for the whole call, repeats included, is over. */
export function timeoutFailure(call: Call): GatewayError {
  const outcomeUnknown = mayChangeSomething(call)
  return networkFailure("timeout", call, {
    retryable: true,
    outcomeUnknown,
    code: "ETIMEDOUT",
  })
}

/** Whether an error of a POST says that no byte of it left this machine, so that repeating it cannot do anything twice. */
export function nothingWasSent(error: GatewayError): boolean {
  return (
    (error.kind === "transport" || error.kind === "timeout") &&
    error.httpStatus === undefined &&
    error.retryable &&
    !error.outcomeUnknown
  )
}

/** An error below HTTP: name, connection, TLS, reset, a body that is too large. */
export function failureOfNetwork(
  call: Call,
  thrown: unknown,
  secrets: readonly string[]
): GatewayError {
  const { code, syscall } = systemErrorOf(thrown)
  const message = thrown instanceof Error ? thrown.message : "unknown error"
  const cause: GatewayErrorCause = {
    ...(code && { code }),
    message: redactText(message, secrets).slice(0, LONGEST_DETAIL),
  }
  if (code === FORBIDDEN_ADDRESS) {
    return configurationError(
      "The gateway's address resolves to a private, link-local or metadata address, so nothing was sent. Check the address and the server's DNS; for a local sandbox, allow it with allowInsecureGateway."
    )
  }
  if (/maxContentLength/.test(message)) {
    return protocolFailure(
      call,
      {},
      "the answer is larger than any answer of the gateway"
    )
  }
  if (code === CONNECT_TIMEOUT) {
    return networkFailure("timeout", call, {
      retryable: true,
      outcomeUnknown: false,
      code,
      cause,
    })
  }
  const beforeSending =
    syscall === "connect" ||
    syscall === "getaddrinfo" ||
    code === PROXY_REFUSED ||
    isCertificateCode(code)
  return networkFailure("transport", call, {
    retryable: !isTlsCode(code),
    outcomeUnknown: mayChangeSomething(call) && !beforeSending,
    code,
    cause,
  })
}

function networkFailure(
  kind: "transport" | "timeout",
  call: Call,
  facts: {
    retryable: boolean
    outcomeUnknown: boolean
    code?: string | undefined
    cause?: GatewayErrorCause | undefined
  }
): GatewayError {
  return new GatewayError({
    kind,
    retryable: facts.retryable,
    outcomeUnknown: facts.outcomeUnknown,
    texts: textsOf({
      kind,
      purpose: call.purpose,
      outcomeUnknown: facts.outcomeUnknown,
      call: `${call.method} ${call.path}`,
      api: call.api,
      networkCode: facts.code,
      tls: isTlsCode(facts.code),
    }),
    networkCode: facts.code,
    cause: facts.cause,
  })
}

type SystemError = { code?: string | undefined; syscall?: string | undefined }

/** The system's own error, wherever the layers between have put it: the error, its cause, or a list of attempts. */
function systemErrorOf(thrown: unknown, depth = 0): SystemError {
  if (!isObject(thrown) || depth > 3) {
    return {}
  }
  const attempts: unknown[] = Array.isArray(thrown.errors) ? thrown.errors : []
  const inner = [thrown.cause, ...attempts]
    .map((error) => systemErrorOf(error, depth + 1))
    .find(({ code }) => code !== undefined)
  const text = (value: unknown) =>
    typeof value === "string" ? value : undefined
  return inner ?? { code: text(thrown.code), syscall: text(thrown.syscall) }
}

function firstText(
  json: unknown,
  paths: readonly (readonly string[])[],
  secrets: readonly string[]
): string | undefined {
  const found = paths
    .flatMap((path) => valuesAt(json, path))
    .find(
      (value) =>
        (typeof value === "string" && value.trim() !== "") ||
        (typeof value === "number" && Number.isFinite(value))
    )
  return found === undefined
    ? undefined
    : redactText(oneLine(String(found)), secrets).slice(0, LONGEST_DETAIL)
}

/** A gateway's text must not be able to forge log lines. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .slice(0, 2000)
}
