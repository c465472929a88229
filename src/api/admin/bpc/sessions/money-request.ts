import { type MedusaRequest } from "@medusajs/framework/http"
import { type IPaymentModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { refuse } from "../answers"

/** Minor units; left out, all that there is. */
export const amountField = z
  .number("must be a number of minor units")
  .int("must be a whole number of minor units")
  .positive("must be above zero")
  .optional()

/** Blank is none. */
export const noteField = z
  .string("must be text")
  .trim()
  .max(1000, "must be shorter than 1,000 characters")
  .transform((text) => text || undefined)
  .optional()

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
