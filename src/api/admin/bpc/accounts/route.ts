import {
  type AuthenticatedMedusaRequest,
  type MedusaRequest,
} from "@medusajs/framework/http"
import {
  type accountsAnswer,
  type savedAccountAnswer,
} from "../../../../api-schemas/accounts"
import {
  parseAccountInput,
  createAccount,
  listAccountViews,
} from "../../../../modules/bpc/accounts"
import {
  actorOf,
  answer,
  type Answering,
  bpcOf,
  notFound,
  refuse,
  withSecrets,
} from "../answers"

export async function GET(
  req: MedusaRequest,
  res: Answering<typeof accountsAnswer>
): Promise<void> {
  answer(res, { accounts: await listAccountViews(bpcOf(req)) })
}

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: Answering<typeof savedAccountAnswer>
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
  answer(res, {
    account: account ?? notFound("account"),
    notes: parsed.value.notes,
  })
}
