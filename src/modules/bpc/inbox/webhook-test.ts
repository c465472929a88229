import { randomUUID } from "node:crypto"
import { type z } from "zod"
import { type WebhookCause } from "../../../api-schemas/vocabulary"
import { type webhookTestAnswer } from "../../../api-schemas/webhook-test"
import {
  type SignatureVariant,
  type VisitFailure,
  partsOf,
  signWebhook,
  visit,
} from "../../../gateway"

type WebhookTest = z.output<typeof webhookTestAnswer>

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
  not_https:
    "The backend URL does not begin with https://, so nothing was sent: webhooks must not travel over an open line. Set the public https address as the backend URL.",
  inner_address:
    "The backend URL leads into a private network or to this machine, as seen from here, so nothing was sent. Set the public address; if it is the public one and only this server's network leads inside, webhooks may arrive all the same: watch the deliveries, or run the test elsewhere.",
}

const CAUSES: Record<VisitFailure, WebhookCause> = {
  not_https: "not_https",
  inner_address: "inner_address",
  unknown_host: "wrong_host",
  refused: "unreachable",
  certificate: "tls",
  silent: "unreachable",
}

/**
 * Posts a signed test event to the public webhook address, from outside in as far as this server can, and names what is in
 * the way. Redirects are not followed, since the gateway's are not either. Never throws.
 *
 * @param input.allowInsecure http and inner addresses may be called: in development
 */
export async function testWebhook(input: {
  url: string
  secret: string | undefined
  allowInsecure: boolean
  /** As the account's gateway signs, where that is known. */
  variant?: SignatureVariant | undefined
}): Promise<WebhookTest> {
  const result = (
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
    return result("no_secret")
  }
  const rawBody = Buffer.from(
    JSON.stringify({
      created: new Date().toISOString(),
      type: TEST_EVENT_TYPE,
      data: { object: { id: `test_${randomUUID()}` } },
    })
  )
  const answer = await visit(input.url, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "X-Signature": signWebhook({
        rawBody,
        secret: input.secret,
        ...(input.variant && partsOf(input.variant)),
      }),
      "API-Request-Id": `req_${randomUUID()}`,
    },
    body: rawBody,
    allowInsecure: input.allowInsecure,
  })
  return answer.ok
    ? result(causeOfStatus(answer.status, answer.text), answer.status)
    : result(CAUSES[answer.reason])
}

function causeOfStatus(status: number, text: string): WebhookCause {
  if (status === 200) {
    // Any web server may answer 200; only ours acknowledges like this.
    return isAcknowledgement(text) ? "ok" : "wrong_host"
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
      return answerIn(text).code === BODY_READ ? "body_read" : "server_error"
  }
}

function isAcknowledgement(text: string): boolean {
  return "received" in answerIn(text)
}

/** What the store answered as JSON; empty if it is anything else. */
function answerIn(text: string): Record<string, unknown> {
  try {
    const data: unknown = JSON.parse(text)
    return typeof data === "object" && data !== null ? { ...data } : {}
  } catch {
    return {}
  }
}
