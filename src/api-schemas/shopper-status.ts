import { z } from "zod"
import { DECLINE_CLASSES, SHOPPER_STATUSES } from "./vocabulary"

/** `GET /store/bpc/status/:payment_session_id`. */
export const shopperStatusAnswer = z.object({
  status: z.enum(SHOPPER_STATUSES),
  order_id: z.string().optional(),
  /** Why the last attempt to pay was refused, where that is known and may be told; only of a payment that is not paid. */
  decline_class: z.enum(DECLINE_CLASSES).optional(),
})
