import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { parseAccountInput } from "../../../../../modules/bpc/account-input"
import { testConnection } from "../../../../../modules/bpc/connection-test"
import { answer, bpcOf, refuse } from "../../answers"

/** Tests a URL and a key before they are saved. */
export async function POST(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const allowInsecure = bpcOf(req).allowsInsecureGateway
  const parsed = parseAccountInput(req.body, { allowInsecure })
  if (!parsed.ok) {
    refuse(parsed.error)
  }
  const { apiUrl, secrets } = parsed.value.change
  if (!apiUrl || !secrets.api_key) {
    return refuse({
      field: apiUrl ? "api_key" : "api_url",
      complaint: "is needed",
    })
  }
  answer(
    res,
    await testConnection({ apiUrl, apiKey: secrets.api_key, allowInsecure })
  )
}
