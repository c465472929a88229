import { parseWebhookEvent, verifyWebhookSignature } from "../../gateway"
import { type Configuration } from "./configuration"
import { type WebhookInbox } from "./inbox"

/** What became of a webhook request; the route turns each into one HTTP status. */
export type WebhookReceipt =
  | { outcome: "stored"; eventId: string }
  | { outcome: "duplicate" }
  | {
      outcome: "bad_signature"
      reason: "missing" | "malformed" | "mismatch" | "stale"
    }
  | { outcome: "not_json" | "not_an_event" }

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
  const accounts = await deps.configuration.accounts()
  const settings = await deps.configuration.settings()
  const secrets = accounts.flatMap((account) =>
    account.webhookSecrets.map((secret) => ({ secret, accountId: account.id }))
  )
  const checked = verifyWebhookSignature({
    rawBody: input.rawBody,
    header: input.signature,
    secrets: secrets.map(({ secret }) => secret),
    toleranceSeconds: settings.webhookToleranceSeconds,
    variant: settings.webhookSignatureVariant ?? undefined,
  })
  if (!checked.ok && checked.reason !== "stale") {
    return { outcome: "bad_signature", reason: checked.reason }
  }
  const parsed = parseWebhookEvent(input.rawBody)
  if (!parsed.ok) {
    return { outcome: parsed.error }
  }
  const delivery = {
    event: parsed.value,
    rawBody: input.rawBody,
    requestId: input.requestId,
  }
  if (!checked.ok) {
    // Yesterday's event, delivered again: known ones are acknowledged, others are not let in so late.
    return (await deps.inbox.has(delivery))
      ? { outcome: "duplicate" }
      : { outcome: "bad_signature", reason: "stale" }
  }
  const eventId = await deps.inbox.store({
    ...delivery,
    accountId: secrets[checked.secretIndex]?.accountId ?? "",
    signatureVariant: JSON.stringify(checked.variant),
  })
  return eventId ? { outcome: "stored", eventId } : { outcome: "duplicate" }
}
