import { type MedusaRequest } from "@medusajs/framework/http"
import { type IPaymentModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { refuse } from "../answers"

/** One of Medusa's refund reasons. @throws MedusaError 400 if it is unknown */
export async function refundReason(
  req: MedusaRequest,
  id: string
): Promise<{ id: string; label: string }> {
  const payments = req.scope.resolve<IPaymentModuleService>(Modules.PAYMENT)
  const [reason] = await payments.listRefundReasons({ id: [id] }, { take: 1 })
  return reason
    ? { id: reason.id, label: reason.label }
    : refuse({
        field: "refund_reason_id",
        complaint:
          "is none of the store's refund reasons (Settings, Refund Reasons). Nothing was sent",
      })
}
