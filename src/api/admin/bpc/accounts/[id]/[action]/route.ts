import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { parseAccountInput } from "../../../../../../modules/bpc/account-input"
import { testConnection } from "../../../../../../modules/bpc/connection-test"
import {
  answer,
  bpcOf,
  notFound,
  onlyTest,
  refuse,
  withSecrets,
} from "../../../answers"

/** Stands for an account that is not saved yet: URL and key come in the body. */
const UNSAVED = "new"

/** `POST /admin/bpc/accounts/:id/test`: a real call with the account's URL and key. */
export async function POST(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  onlyTest(req)
  const bpc = bpcOf(req)
  const id = req.params.id ?? ""
  const account =
    id === UNSAVED
      ? unsavedAccount(req)
      : await withSecrets(() => bpc.configuration.account(id))
  answer(
    res,
    await testConnection({
      ...(account ?? notFound("account")),
      allowInsecure: bpc.allowsInsecureGateway,
    })
  )
}

function unsavedAccount(req: MedusaRequest): {
  apiUrl: string
  apiKey: string
} {
  const parsed = parseAccountInput(req.body, {
    allowInsecure: bpcOf(req).allowsInsecureGateway,
  })
  if (!parsed.ok) {
    return refuse(parsed.error)
  }
  const { apiUrl, secrets } = parsed.value.change
  return apiUrl && secrets.api_key
    ? { apiUrl, apiKey: secrets.api_key }
    : refuse({
        field: apiUrl ? "api_key" : "api_url",
        complaint: "is needed",
      })
}
