import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { type z } from "zod"
import { type shopperStatusAnswer } from "../../../../../api-schemas/shopper-status"
import { BPC_MODULE } from "../../../../../modules/bpc"
import { shopperStatus } from "../../../../../modules/bpc/pages"
import type BpcModuleService from "../../../../../modules/bpc/service"

/** What became of a payment, without completing the cart and without asking the gateway: safe to poll. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof shopperStatusAnswer>>
): Promise<void> {
  const bpc = req.scope.resolve<BpcModuleService>(BPC_MODULE)
  const id = req.params.payment_session_id ?? ""
  const row = await bpc.ledger.findByPaymentSession(id)
  if (!row) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "There is no BPC payment for this payment session."
    )
  }
  res.set("Cache-Control", "no-store").json(shopperStatus(row))
}
