import {
  type AuthenticatedMedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { forgetSignatureLayout } from "../../../../../../modules/bpc/accounts"
import { actorOf, answer, bpcOf, notFound } from "../../../answers"

/** `DELETE /admin/bpc/accounts/:id/signature-layout`: the account's next real event sets anew how it is signed. */
export async function DELETE(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const account = await forgetSignatureLayout(
    bpcOf(req),
    req.params.id ?? "",
    await actorOf(req)
  )
  answer(res, { account: account ?? notFound("account") })
}
