import {
  type AuthenticatedMedusaRequest,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import {
  parseAccountInput,
  createAccount,
  listAccountViews,
} from "../../../../modules/bpc/accounts"
import { actorOf, answer, bpcOf, refuse, withSecrets } from "../answers"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  answer(res, { accounts: await listAccountViews(bpcOf(req)) })
}

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const bpc = bpcOf(req)
  const parsed = parseAccountInput(req.body, {
    allowInsecure: bpc.allowsInsecureGateway,
  })
  if (!parsed.ok) {
    refuse(parsed.error)
  }
  const actor = await actorOf(req)
  const created = await withSecrets(() =>
    createAccount(bpc, parsed.value, actor)
  )
  if (!created.ok) {
    refuse(created.error)
  }
  const account = (await listAccountViews(bpc)).find(
    ({ id }) => id === created.id
  )
  answer(res, { account, notes: parsed.value.notes })
}
