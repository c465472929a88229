import {
  type AuthenticatedMedusaRequest,
  type MedusaRequest,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import {
  type accountAnswer,
  type deletedAccountAnswer,
  type savedAccountAnswer,
} from "../../../../../api-schemas/accounts"
import {
  parseAccountInput,
  isConfigAccount,
  listAccountViews,
  removeAccount,
  updateAccount,
} from "../../../../../modules/bpc/accounts"
import {
  actorOf,
  answer,
  type Answering,
  bpcOf,
  notFound,
  refuse,
  withSecrets,
} from "../../answers"

export async function GET(
  req: MedusaRequest,
  res: Answering<typeof accountAnswer>
): Promise<void> {
  const account = (await listAccountViews(bpcOf(req))).find(
    ({ id }) => id === req.params.id
  )
  answer(res, { account: account ?? notFound("account") })
}

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: Answering<typeof savedAccountAnswer>
): Promise<void> {
  const bpc = bpcOf(req)
  const id = changeable(req)
  const parsed = parseAccountInput(req.body, {
    allowInsecure: bpc.allowsInsecureGateway,
  })
  if (!parsed.ok) {
    refuse(parsed.error)
  }
  const actor = await actorOf(req)
  const updated = await withSecrets(() =>
    updateAccount(bpc, id, parsed.value, actor)
  )
  if (!updated.ok) {
    return updated.error === "not_found"
      ? notFound("account")
      : refuse(updated.error)
  }
  const account = (await listAccountViews(bpc)).find((one) => one.id === id)
  answer(res, {
    account: account ?? notFound("account"),
    notes: parsed.value.notes,
  })
}

export async function DELETE(
  req: AuthenticatedMedusaRequest,
  res: Answering<typeof deletedAccountAnswer>
): Promise<void> {
  const id = changeable(req)
  const removed = await removeAccount(bpcOf(req), id, await actorOf(req))
  if (!removed.ok) {
    if (removed.error === "not_found") {
      notFound("account")
    }
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, removed.error)
  }
  answer(res, { id, object: "bpc_account", deleted: true })
}

function changeable(req: MedusaRequest): string {
  const id = req.params.id ?? ""
  if (isConfigAccount(id)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "This account is set in the plugin's options or the environment and cannot be changed here."
    )
  }
  return id
}
