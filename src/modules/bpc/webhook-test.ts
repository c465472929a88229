import { lookup } from "node:dns/promises"
import { randomUUID } from "node:crypto"
import axios, { AxiosError } from "axios"
import { type SignatureVariant, partsOf, signWebhook } from "../../gateway"

export type WebhookCause =
  | "ok"
  | "redirect"
  | "forbidden"
  | "not_found"
  | "body_changed"
  | "wrong_host"
  | "unreachable"
  | "tls"
  | "body_read"
  | "server_error"
  | "no_secret"

export type WebhookTest = {
  ok: boolean
  cause: WebhookCause
  message: string
  url: string
  status: number | null
}

/** In the answer of a store that cannot verify an event, because something else in it has read the body. */
export const BODY_READ = "body_read"

/** Type of the test event; the inbox acknowledges it and settles nothing. */
export const TEST_EVENT_TYPE = "bpc.webhook.test"

const MESSAGES: Record<WebhookCause, string> = {
  ok: "A signed test event went out and came back in through the public address. Webhooks can arrive.",
  redirect:
    "The address redirects elsewhere, and the gateway does not follow. Use the address that it redirects to as the backend URL.",
  forbidden:
    "Something in front of the store refuses the request (HTTP 403). Let requests to /webhooks/bpc pass your firewall or proxy.",
  not_found:
    "Nothing answers at this path (HTTP 404). The backend URL must lead to Medusa itself, with its path prefix if there is one.",
  body_changed:
    "The request arrived, but its signature did not fit any more: a proxy changes the body or drops the X-Signature header, or another store with another secret answers there.",
  body_read:
    "The request arrived, but a middleware or body parser of the store reads its body first and keeps no bytes, so no signature can be checked. Let it leave out /webhooks/bpc, or keep the bytes in req.rawBody.",
  wrong_host:
    "The host name of the backend URL does not exist. Check it for typing errors.",
  unreachable:
    "The address cannot be reached from this server. Check that the backend URL is the public one and that the server may open connections to it.",
  tls: "The certificate at this address is not accepted. The gateway needs one from a public authority, for the right host.",
  server_error:
    "The store answered with an error of its own. The log of the server at that address says which.",
  no_secret:
    "This account has no webhook secret yet. Copy it from the gateway's portal and save it first.",
}

/**
 * Posts a signed test event to the public webhook address, from outside in as far as this server can, and names what is in
 * the way. Redirects are not followed, since the gateway's are not either. Never throws.
 */
export async function testWebhook(input: {
  url: string
  secret: string | undefined
  /** As the account's gateway signs, where that is known. */
  variant?: SignatureVariant | undefined
}): Promise<WebhookTest> {
  const told = (
    cause: WebhookCause,
    status: number | null = null
  ): WebhookTest => ({
    ok: cause === "ok",
    cause,
    message: MESSAGES[cause],
    url: input.url,
    status,
  })
  if (!input.secret) {
    return told("no_secret")
  }
  const rawBody = Buffer.from(
    JSON.stringify({
      created: new Date().toISOString(),
      type: TEST_EVENT_TYPE,
      data: { object: { id: `test_${randomUUID()}` } },
    })
  )
  try {
    const { status, data } = await axios.post<unknown>(input.url, rawBody, {
      headers: {
        "Content-Type": "application/json",
        "X-Signature": signWebhook({
          rawBody,
          secret: input.secret,
          ...(input.variant && partsOf(input.variant)),
        }),
        "API-Request-Id": `req_${randomUUID()}`,
      },
      maxRedirects: 0,
      timeout: 10_000,
      proxy: false,
      validateStatus: () => true,
    })
    return told(causeOfStatus(status, data), status)
  } catch (error) {
    return told(await causeOfFailure(error, input.url))
  }
}

function causeOfStatus(status: number, data: unknown): WebhookCause {
  if (status === 200) {
    // Any web server may answer 200; only ours acknowledges like this.
    return isAcknowledgement(data) ? "ok" : "wrong_host"
  }
  if (status >= 300 && status < 400) {
    return "redirect"
  }
  switch (status) {
    case 400:
    case 401:
      return "body_changed"
    case 403:
      return "forbidden"
    case 404:
    case 405:
      return "not_found"
    default:
      return isRecord(data) && data.code === BODY_READ
        ? "body_read"
        : "server_error"
  }
}

function isAcknowledgement(data: unknown): boolean {
  return isRecord(data) && "received" in data
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null
}

async function causeOfFailure(
  error: unknown,
  url: string
): Promise<WebhookCause> {
  const code = error instanceof AxiosError ? (error.code ?? "") : ""
  if (/CERT|TLS|SSL|EPROTO|SELF_SIGNED|UNABLE_TO/.test(code)) {
    return "tls"
  }
  try {
    await lookup(new URL(url).hostname)
    return "unreachable"
  } catch {
    return "wrong_host"
  }
}
