import { type MedusaRequest } from "@medusajs/framework/http"
import {
  type webhookTestAnswer,
  webhookTestBody,
} from "../../../../../api-schemas/webhook-test"
import { testWebhook } from "../../../../../modules/bpc/inbox"
import { answer, type Answering, bpcOf } from "../../answers"
import { bodyOf, onlyTest } from "../../requests"

/** `POST /admin/bpc/webhooks/test`: sends a signed test event round through the public address; with the secret of one account, or of the first in this mode. */
export async function POST(
  req: MedusaRequest,
  res: Answering<typeof webhookTestAnswer>
): Promise<void> {
  onlyTest(req)
  const { configuration, allowsLocalShop } = bpcOf(req)
  const { mode, backendUrl, webhookSignatureVariant } =
    await configuration.settings()
  const { account_id: wanted } = bodyOf(req, webhookTestBody)
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
