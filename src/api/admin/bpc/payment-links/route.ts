import {
  type AuthenticatedMedusaRequest,
  type MedusaRequest,
} from "@medusajs/framework/http"
import {
  type paymentLinkAnswer,
  paymentLinkBody,
  type paymentLinksAnswer,
  paymentLinksQuery,
} from "../../../../api-schemas/payment-links"
import { LINK_DAYS } from "../../../../api-schemas/vocabulary"
import { createPaymentLinkWorkflow } from "../../../../workflows"
import { actorOf, answer, type Answering } from "../answers"
import { bodyOf, queryOf } from "../requests"
import { linkDetail, linksOfOrder } from "./detail"

const DAY_MS = 86_400_000

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: Answering<typeof paymentLinkAnswer>
): Promise<void> {
  const { order_id: orderId, expires_at } = bodyOf(req, paymentLinkBody)
  const { result } = await createPaymentLinkWorkflow(req.scope).run({
    input: {
      orderId,
      expiresAt:
        expires_at ??
        new Date(Date.now() + LINK_DAYS.usual * DAY_MS).toISOString(),
      by: await actorOf(req),
    },
  })
  answer(res, await linkDetail(req, result.id))
}

export async function GET(
  req: MedusaRequest,
  res: Answering<typeof paymentLinksAnswer>
): Promise<void> {
  const { order_id } = queryOf(req, paymentLinksQuery)
  answer(res, await linksOfOrder(req, order_id))
}
