import { z } from "zod"
import { SHOPPER_STATUSES } from "./vocabulary"

/** `GET /store/bpc/status/:payment_session_id`. */
export const shopperStatusAnswer = z.object({
  status: z.enum(SHOPPER_STATUSES),
  order_id: z.string().optional(),
})
