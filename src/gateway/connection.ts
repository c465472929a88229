import { checkApiUrl } from "./api-url"
import { withRetries, type RetryOptions, type Sender } from "./retry"
import {
  type CallRecord,
  createTransport,
  type TransportOptions,
} from "./transport"

/** How calls travel, the same for both of the gateway's interfaces. */
export type ConnectionOptions = {
  /** Sent with every call: a filter in front of the gateway may answer 412 to what it takes for a robot (section 9). */
  userAgent?: string
  /** Milliseconds until name, TCP and TLS must be done. Default 5000. */
  connectTimeoutMs?: number
  /** Milliseconds for a call with all its repeats and pauses. Default 30000. */
  totalTimeoutMs?: number
  /** Connections at once; further calls wait. Default 16. */
  maxSockets?: number
  /** Default 1 MiB. */
  maxResponseBytes?: number
  /** Repeats of a read after its first attempt. Default 2. */
  readRetries?: number
  /** http, loopback and private addresses are allowed: for a local sandbox only. */
  allowInsecure?: boolean
  /** Told about each attempt: no secret, no body, no query. */
  onCall?: (call: CallRecord) => void
  sleep?: (ms: number) => Promise<void>
  random?: () => number
}

export type Connection = {
  send: Sender
  /** The address is http: a local gateway's. */
  plain: boolean
  close(): void
}

const DEFAULT_USER_AGENT = "Mozilla/5.0 (compatible; medusa-payment-bpc)"

/** @throws GatewayError of kind `configuration` for an address that cannot be used */
export function openConnection(
  address: string,
  options: ConnectionOptions,
  identity: Pick<
    TransportOptions,
    "apiKey" | "secrets" | "apiVersion" | "failureOf"
  >
): Connection {
  const allowInsecure = options.allowInsecure ?? false
  const apiUrl = checkApiUrl(address, { allowInsecure })
  if (!apiUrl.ok) {
    throw apiUrl.error
  }
  const transport = createTransport({
    ...identity,
    baseUrl: apiUrl.value.origin + apiUrl.value.pathname.replace(/\/$/, ""),
    apiVersion: printable(identity.apiVersion),
    userAgent: printable(options.userAgent) || DEFAULT_USER_AGENT,
    connectTimeoutMs: options.connectTimeoutMs ?? 5_000,
    maxSockets: options.maxSockets ?? 16,
    maxResponseBytes: options.maxResponseBytes ?? 1024 * 1024,
    allowInsecure,
    onCall: options.onCall,
  })
  const retries: RetryOptions = {
    totalTimeoutMs: options.totalTimeoutMs ?? 30_000,
    readRetries: options.readRetries ?? 2,
    sleep:
      options.sleep ??
      ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
    random: options.random ?? Math.random,
  }
  return {
    send: withRetries(transport, retries),
    plain: apiUrl.value.protocol === "http:",
    close: () => transport.close(),
  }
}

function printable(text: string | undefined): string {
  return (text ?? "").replace(/[^\x20-\x7e]/g, "").trim()
}
