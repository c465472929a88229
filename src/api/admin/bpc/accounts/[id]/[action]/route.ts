import { type MedusaRequest } from "@medusajs/framework/http"
import { type connectionTestAnswer } from "../../../../../../api-schemas/accounts"
import {
  parseAccountInput,
  type Account,
  type AccountChange,
  merchantRestLogin,
  testConnection,
} from "../../../../../../modules/bpc/accounts"
import {
  answer,
  type Answering,
  bpcOf,
  notFound,
  refuse,
  withSecrets,
} from "../../../answers"
import { onlyTest } from "../../../requests"

/** Stands for an account that is not saved yet: URL and key come in the body. */
const UNSAVED = "new"

/**
 * `POST /admin/bpc/accounts/:id/test`: real calls with the account's URL and key, and with its login for the second channel. A
 * saved account takes another login from the body, so that it can be tried before it is saved.
 */
export async function POST(
  req: MedusaRequest,
  res: Answering<typeof connectionTestAnswer>
): Promise<void> {
  onlyTest(req)
  const bpc = bpcOf(req)
  const id = req.params.id ?? ""
  const change = changeOf(req)
  const tested =
    id === UNSAVED
      ? unsavedAccount(change)
      : withLogin(
          (await withSecrets(() => bpc.configuration.account(id))) ??
            notFound("account"),
          change
        )
  answer(
    res,
    await testConnection({
      ...tested,
      allowInsecure: bpc.allowsInsecureGateway,
    })
  )
}

type Tested = Pick<Account, "apiUrl" | "apiKey" | "v1">

function changeOf(req: MedusaRequest): AccountChange {
  const parsed = parseAccountInput(req.body, {
    allowInsecure: bpcOf(req).allowsInsecureGateway,
  })
  return parsed.ok ? parsed.value.change : refuse(parsed.error)
}

function unsavedAccount({ apiUrl, v1ApiUrl, secrets }: AccountChange): Tested {
  if (!apiUrl || !secrets.api_key) {
    return refuse({
      field: apiUrl ? "api_key" : "api_url",
      complaint: "is needed",
    })
  }
  const { api_login: login, api_password: password } = secrets
  return {
    apiUrl,
    apiKey: secrets.api_key,
    v1: merchantRestLogin({ apiUrl, v1ApiUrl, login, password }),
  }
}

/** The stored half of a login is only ever sent to the address that it was stored with. */
function withLogin(
  { apiUrl, apiKey, v1 }: Account,
  { v1ApiUrl, secrets }: AccountChange
): Tested {
  const given = merchantRestLogin({
    apiUrl,
    v1ApiUrl: v1ApiUrl === undefined ? v1?.apiUrl : v1ApiUrl,
    login: secrets.api_login ?? v1?.login,
    password: secrets.api_password ?? v1?.password,
  })
  const complete = Boolean(secrets.api_login && secrets.api_password)
  const sameAddress = given?.apiUrl === v1?.apiUrl
  return { apiUrl, apiKey, v1: complete || sameAddress ? given : undefined }
}
