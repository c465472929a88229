import type BpcModuleService from "../../../../modules/bpc/service"
import { testWebhook } from "../../../../modules/bpc/inbox"
import { type Check, checkOf } from "../../report"

const { ok, problem } = checkOf("webhook", "Webhook address")

/** A signed test event to the store's own webhook address, as the admin's round-trip test sends it. */
export async function roundTripCheck(
  bpc: BpcModuleService,
  backendUrl: string
): Promise<Check[]> {
  const { mode, webhookSignatureVariant } = await bpc.configuration.settings()
  const account = (await bpc.configuration.accounts()).find(
    (one) => one.mode === mode && one.webhookSecrets.length > 0
  )
  if (!account) {
    // Its own problem among those of the accounts.
    return []
  }
  const url = `${backendUrl}/webhooks/bpc`
  const result = await testWebhook({
    url,
    secret: account.webhookSecrets[0],
    allowInsecure: bpc.allowsLocalShop,
    variant: webhookSignatureVariant ?? account.signatureLayout,
  })
  return [
    result.ok
      ? ok(`A signed test event went to ${url} and was accepted.`)
      : problem(
          `A signed test event to ${url} was not accepted${result.status ? ` (HTTP ${result.status})` : ""}.`,
          result.message
        ),
  ]
}
