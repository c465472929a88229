import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { testWebhook } from "../../../../../modules/bpc/inbox"
import { answer, bpcOf, onlyTest } from "../../answers"

/** `POST /admin/bpc/webhooks/test`: sends a signed test event round through the public address; with the secret of one account, or of the first in this mode. */
export async function POST(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  onlyTest(req)
  const { configuration, allowsLocalShop } = bpcOf(req)
  const { mode, backendUrl, webhookSignatureVariant } =
    await configuration.settings()
  const body: unknown = req.body
  const wanted =
    typeof body === "object" && body !== null && "account_id" in body
      ? body.account_id
      : undefined
  const account = (await configuration.accounts()).find((one) =>
    wanted === undefined
      ? one.mode === mode && one.webhookSecrets.length > 0
      : one.id === wanted
  )
  answer(
    res,
    await testWebhook({
      url: `${backendUrl}/webhooks/bpc`,
      secret: account?.webhookSecrets[0],
      allowInsecure: allowsLocalShop,
      variant: webhookSignatureVariant ?? account?.signatureLayout,
    })
  )
}
