import type { IncomingHttpHeaders } from "node:http"
import type { Operation } from "./faults"

/** One call of the API. Times in milliseconds since 1970; the API key is not in it. */
export type LoggedRequest = {
  id: string
  at: number
  method: string
  path: string
  query: string
  operation: Operation
  /** The session that the call is about, once known. */
  sessionId?: string
  headers: Record<string, string>
  /** The body as JSON, or as text when it is none. */
  body: unknown
  /** HTTP status of the answer, or null when the sandbox kept it back. */
  status: number | null
  /** The fault that struck. */
  fault?: string
}

const KEPT_REQUESTS = 5000
const SHOWN_HEADERS = [
  "accept",
  "content-type",
  "user-agent",
  "idempotency-key",
  "x-version",
]

/** What the shop asked of the API, oldest first. */
export class RequestLog {
  private requests: LoggedRequest[] = []

  list(): LoggedRequest[] {
    return [...this.requests]
  }

  add(request: LoggedRequest): void {
    this.requests.push(request)
    if (this.requests.length > KEPT_REQUESTS) this.requests.shift()
  }

  clear(): void {
    this.requests = []
  }
}

export function shownHeaders(
  headers: IncomingHttpHeaders
): Record<string, string> {
  const shown: Record<string, string> = {}
  for (const name of SHOWN_HEADERS) {
    const value = headers[name]
    if (value !== undefined) shown[name] = String(value)
  }
  return shown
}
