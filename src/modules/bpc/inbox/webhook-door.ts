import {
  type SignatureFailure,
  parseWebhookEvent,
  verifyWebhookSignature,
} from "../../../gateway"
import { type Configuration } from "../settings"
import { type WebhookInbox } from "./inbox"
import { TEST_EVENT_TYPE } from "./webhook-test"

/** What became of a webhook request; the route turns each into one HTTP status. */
export type WebhookReceipt =
  | { outcome: "stored"; eventId: string }
  | { outcome: "duplicate" }
  | {
      outcome: "bad_signature"
      reason: SignatureFailure
      /** Really signed just now and not known: news that is lost, not a replay. */
      news: boolean
    }
  | { outcome: "not_json" | "not_an_event" }

/** What is said of a signature that is refused. */
export const SIGNATURE_TEXT: Record<SignatureFailure, string> = {
  missing: "missing",
  malformed: "malformed",
  mismatch: "wrong",
  layout: "in another layout than the one known of its account",
  stale: "too old",
}

/**
 * Verifies a webhook over its raw bytes and stores it once, before anything else happens. No database work is done for a
 * request whose signature fails.
 *
 * @throws whatever the database throws when the event could not be stored: the gateway must try again
 */
export async function receiveWebhook(
  deps: { configuration: Configuration; inbox: WebhookInbox },
  input: {
    rawBody: Buffer
    signature: string | string[] | undefined
    requestId: string | undefined
  }
): Promise<WebhookReceipt> {
  const { rawBody } = input
  const accounts = await deps.configuration.accounts()
  const settings = await deps.configuration.settings()
  const keys = accounts.flatMap((account) =>
    account.webhookSecrets.map((secret) => ({
      secret,
      layout: account.signatureLayout,
      account,
    }))
  )
  const pinned = settings.webhookSignatureVariant ?? undefined
  const checked = verifyWebhookSignature({
    rawBody,
    header: input.signature,
    secrets: keys,
    toleranceSeconds: settings.webhookToleranceSeconds,
    variant: pinned,
  })
  const key = "secretIndex" in checked ? keys[checked.secretIndex] : undefined
  if (!key || !("secretIndex" in checked)) {
    return {
      outcome: "bad_signature",
      reason: checked.ok ? "mismatch" : checked.reason,
      news: false,
    }
  }
  const parsed = parseWebhookEvent(rawBody)
  if (!parsed.ok) {
    return { outcome: parsed.error }
  }
  const event = parsed.value
  const body = { rawBody, secret: key.secret }
  // The admin's own round trip proves the way, not how the gateway signs: it teaches nothing and is held to nothing.
  const isTest = event.type === TEST_EVENT_TYPE
  if (!checked.ok) {
    if (checked.reason === "layout" && !(isTest && !checked.late)) {
      return {
        outcome: "bad_signature",
        reason: "layout",
        news: !checked.late && !(await deps.inbox.has(body)),
      }
    }
    if (checked.reason === "stale") {
      // Yesterday's event, delivered again: known ones are acknowledged, others are not let in so late.
      return (await deps.inbox.has(body))
        ? { outcome: "duplicate" }
        : { outcome: "bad_signature", reason: "stale", news: true }
    }
  }
  const stored = await deps.inbox.store({
    ...body,
    event,
    requestId: input.requestId,
    account: key.account,
    signatureVariant: checked.variant,
    timed: checked.ok && checked.timed,
    remembers: !isTest && pinned === undefined,
  })
  if (stored.outcome === "other_layout") {
    deps.configuration.forget()
    return { outcome: "bad_signature", reason: "layout", news: true }
  }
  if (stored.outcome === "stored" && !isTest && !key.layout) {
    deps.configuration.forget()
  }
  return stored
}
