import axios, { AxiosHeaders, type AxiosResponse } from "axios"
import { createAgents } from "./agents"
import { HEADERS } from "./dialect"
import { type GatewayError, type GatewayErrorKind } from "./errors"
import {
  type Answer,
  type Call,
  failureOfAnswer,
  failureOfNetwork,
  timeoutFailure,
} from "./failure"
import { redactText } from "./redact"
import { err, ok, type Result } from "./result"
import { retryAfterMs } from "./retry-after"

export type CallRecord = {
  method: "GET" | "POST"
  /** Path without query. */
  path: string
  /** Duration in milliseconds. */
  ms: number
  status?: number
  requestId?: string
  outcome: "ok" | GatewayErrorKind
}

export type TransportOptions = {
  baseUrl: string
  /** Left out: no key header (the Merchant REST API has its login in the body). */
  apiKey?: string
  /** Further texts that no message may carry. */
  secrets?: readonly string[]
  /** What an answer is judged by; V2's rules when left out. */
  failureOf?: typeof failureOfAnswer
  userAgent: string
  /** Empty: no version header. */
  apiVersion: string
  connectTimeoutMs: number
  maxSockets: number
  maxResponseBytes: number
  allowInsecure: boolean
  onCall?: ((call: CallRecord) => void) | undefined
}

export type Request = {
  call: Call
  /** Path with query, below the base address. */
  target: string
  body?: Record<string, unknown> | undefined
  /** Sent form-encoded, instead of `body`. */
  form?: Record<string, string> | undefined
  idempotencyKey?: string | undefined
}

export type Transport = {
  /** One attempt. @param timeoutMs for all of it: waiting for a socket, connecting, and the whole answer */
  send(
    request: Request,
    timeoutMs: number
  ): Promise<Result<Answer, GatewayError>>
  close(): void
}

export function createTransport(options: TransportOptions): Transport {
  const agents = createAgents({ ...options, proxiedTo: options.baseUrl })
  const secrets = [options.apiKey ?? [], options.secrets ?? []].flat()
  const failureOf = options.failureOf ?? failureOfAnswer
  const client = axios.create({
    httpAgent: agents.http,
    httpsAgent: agents.https,
    // The agents know the environment's proxy; the client's own handling of it would replace them, and with them the limits.
    proxy: false,
    maxRedirects: 0,
    maxContentLength: options.maxResponseBytes,
    responseType: "arraybuffer",
    validateStatus: () => true,
    transformRequest: (body: unknown) => body,
    transformResponse: (body: unknown) => body,
  })

  async function attempt(
    request: Request,
    timeoutMs: number
  ): Promise<Result<Answer, GatewayError>> {
    const { call, target, idempotencyKey } = request
    const content = contentOf(request)
    const abort = new AbortController()
    const timer = setTimeout(() => abort.abort(), Math.max(0, timeoutMs))
    try {
      const response = await client.request<unknown>({
        method: call.method,
        url: options.baseUrl + target,
        signal: abort.signal,
        headers: {
          Accept: "application/json",
          "User-Agent": options.userAgent,
          ...(options.apiKey !== undefined && {
            [HEADERS.apiKey]: options.apiKey,
          }),
          ...(options.apiVersion !== "" && {
            [HEADERS.version]: options.apiVersion,
          }),
          ...(idempotencyKey !== undefined && {
            [HEADERS.idempotencyKey]: idempotencyKey,
          }),
          // `false` keeps the HTTP client from naming a type for a body that is not there.
          "Content-Type": content?.type ?? false,
        },
        ...(content && { data: content.data }),
      })
      const answer = readAnswer(response)
      const failure = failureOf(call, answer, secrets)
      return failure === undefined ? ok(answer) : err(failure)
    } catch (thrown) {
      return err(
        abort.signal.aborted
          ? timeoutFailure(call)
          : failureOfNetwork(call, thrown, secrets)
      )
    } finally {
      clearTimeout(timer)
    }
  }

  function readAnswer(response: AxiosResponse<unknown>): Answer {
    const body = Buffer.isBuffer(response.data)
      ? response.data.toString("utf8").replace(/^\uFEFF/, "")
      : ""
    const { headers } = response
    const header = (name: string): string | undefined => {
      const value =
        headers instanceof AxiosHeaders ? headers.get(name) : undefined
      return typeof value === "string" && value !== ""
        ? redactText(value.replace(/[^\x20-\x7e]/g, ""), secrets).slice(0, 200)
        : undefined
    }
    return {
      status: response.status,
      body,
      json: parseJson(body),
      requestId: header(HEADERS.requestId),
      apiVersion: header(HEADERS.version),
      retryAfterMs: retryAfterMs(header("Retry-After"), new Date()),
    }
  }

  function report(
    call: Call,
    startedAt: number,
    result: Result<Answer, GatewayError>
  ): void {
    const status = result.ok ? result.value.status : result.error.httpStatus
    const requestId = result.ok
      ? result.value.requestId
      : result.error.requestId
    try {
      options.onCall?.({
        method: call.method,
        path: call.path,
        ms: Math.round(performance.now() - startedAt),
        outcome: result.ok ? "ok" : result.error.kind,
        ...(status !== undefined && { status }),
        ...(requestId !== undefined && { requestId }),
      })
    } catch {
      // Whoever watches calls must not be able to turn a finished money call into an error.
    }
  }

  return {
    send: async (request, timeoutMs) => {
      const startedAt = performance.now()
      const result = await attempt(request, timeoutMs)
      report(request.call, startedAt, result)
      return result
    },
    close: agents.close,
  }
}

function contentOf({
  body,
  form,
}: Request): { type: string; data: string } | undefined {
  if (form !== undefined) {
    return {
      type: "application/x-www-form-urlencoded",
      data: new URLSearchParams(form).toString(),
    }
  }
  return body && { type: "application/json", data: JSON.stringify(body) }
}

function parseJson(body: string): unknown {
  try {
    const json: unknown = JSON.parse(body)
    return json
  } catch {
    return undefined
  }
}
