import { type AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { type accountAnswer } from "../../../../../../api-schemas/accounts"
import { forgetSignatureLayout } from "../../../../../../modules/bpc/accounts"
import {
  actorOf,
  answer,
  type Answering,
  bpcOf,
  notFound,
} from "../../../answers"

/** `DELETE /admin/bpc/accounts/:id/signature-layout`: the account's next real event sets anew how it is signed. */
export async function DELETE(
  req: AuthenticatedMedusaRequest,
  res: Answering<typeof accountAnswer>
): Promise<void> {
  const account = await forgetSignatureLayout(
    bpcOf(req),
    req.params.id ?? "",
    await actorOf(req)
  )
  answer(res, { account: account ?? notFound("account") })
}
