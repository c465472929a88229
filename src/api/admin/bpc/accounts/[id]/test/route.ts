import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { testConnection } from "../../../../../../modules/bpc/connection-test"
import { answer, bpcOf, notFound, withSecrets } from "../../../answers"

export async function POST(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const bpc = bpcOf(req)
  const account = await withSecrets(() =>
    bpc.configuration.account(req.params.id ?? "")
  )
  if (!account) {
    return notFound("account")
  }
  answer(
    res,
    await testConnection({
      ...account,
      allowInsecure: bpc.allowsInsecureGateway,
    })
  )
}
