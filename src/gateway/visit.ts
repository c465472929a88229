import * as http from "node:http"
import * as https from "node:https"
import { type Agents, createAgents } from "./agents"
import { leadsInside } from "./api-url"
import { FORBIDDEN_ADDRESS } from "./connection-error"

const CONNECT_TIMEOUT_MS = 5_000
const TOTAL_TIMEOUT_MS = 10_000
const MAX_BYTES = 64 * 1024

export type VisitOptions = {
  /** http, this machine and private networks may be called: in development. */
  allowInsecure: boolean
  method?: "GET" | "POST" | "OPTIONS"
  headers?: Record<string, string>
  body?: Buffer
  /** For all of it, in milliseconds. Default 10 s. */
  timeoutMs?: number
  /** Of the answer's body; what comes after that is not read. Default 64 KiB. */
  maxBytes?: number
}

export type VisitFailure =
  | "not_https"
  | "inner_address"
  | "unknown_host"
  | "refused"
  | "certificate"
  | "silent"

export type Visit =
  | {
      ok: true
      status: number
      headers: http.IncomingHttpHeaders
      text: string
    }
  | { ok: false; reason: VisitFailure }

/**
 * Asks an address that a person entered, once: no redirect is followed, no proxy used, and where it leads is looked at before, and
 * again when its name resolves. A long or endless answer is cut off. Never throws.
 */
export async function visit(
  address: string,
  options: VisitOptions
): Promise<Visit> {
  if (!URL.canParse(address)) {
    return { ok: false, reason: "unknown_host" }
  }
  const url = new URL(address)
  const { allowInsecure } = options
  if (
    url.protocol !== "https:" &&
    !(allowInsecure && url.protocol === "http:")
  ) {
    return { ok: false, reason: "not_https" }
  }
  if (leadsInside(url, { allowInsecure })) {
    return { ok: false, reason: "inner_address" }
  }
  const agents = createAgents({
    allowInsecure,
    connectTimeoutMs: CONNECT_TIMEOUT_MS,
    maxSockets: 1,
  })
  try {
    return await ask(url, options, agents)
  } catch (error) {
    return { ok: false, reason: reasonOf(error) }
  } finally {
    agents.close()
  }
}

function ask(url: URL, options: VisitOptions, agents: Agents): Promise<Visit> {
  const { body, headers, maxBytes = MAX_BYTES } = options
  const secure = url.protocol === "https:"
  return new Promise((resolve, reject) => {
    const request = (secure ? https : http).request(url, {
      method: options.method ?? "GET",
      headers: { ...headers, ...(body && { "Content-Length": body.length }) },
      agent: secure ? agents.https : agents.http,
      signal: AbortSignal.timeout(options.timeoutMs ?? TOTAL_TIMEOUT_MS),
    })
    // What was read until the end, the limit, a break or the time was up is the answer: its status is known by then.
    let answer: (() => Visit) | undefined
    const end = (error: Error) => {
      if (answer) {
        resolve(answer())
      } else {
        reject(error)
      }
    }
    request.on("response", (response) => {
      const chunks: Buffer[] = []
      let size = 0
      answer = () => ({
        ok: true,
        status: response.statusCode ?? 0,
        headers: response.headers,
        text: Buffer.concat(chunks).subarray(0, maxBytes).toString("utf8"),
      })
      response.on("data", (chunk: Buffer) => {
        chunks.push(chunk)
        size += chunk.length
        if (size >= maxBytes) {
          request.destroy()
        }
      })
      response.on("error", end)
    })
    request.on("error", end)
    // Also after a whole answer, and after a connection that ended without a word (an unasked change of protocol).
    request.on("close", () => end(new Error("closed")))
    request.end(body)
  })
}

function reasonOf(error: unknown): VisitFailure {
  const code =
    typeof error === "object" && error !== null && "code" in error
      ? String(error.code)
      : ""
  if (code === FORBIDDEN_ADDRESS) {
    return "inner_address"
  }
  if (/ENOTFOUND|EAI_AGAIN/.test(code)) {
    return "unknown_host"
  }
  if (code === "ECONNREFUSED") {
    return "refused"
  }
  return /CERT|TLS|SSL|EPROTO|SELF_SIGNED|UNABLE_TO/.test(code)
    ? "certificate"
    : "silent"
}
