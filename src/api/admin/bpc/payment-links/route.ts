import {
  type AuthenticatedMedusaRequest,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { firstComplaint } from "../../../../modules/bpc/changes"
import { createPaymentLinkWorkflow } from "../../../../workflows"
import { actorOf, answer, queryText, refuse } from "../answers"
import { linkDetail, linksOfOrder } from "./detail"

const DAY_MS = 86_400_000
const DEFAULT_DAYS = 7
const MOST_DAYS = 90

const schema = z.strictObject({
  order_id: z
    .string("must be the id of an order")
    .min(1, "must be the id of an order"),
  expires_at: z.iso
    .datetime({
      offset: true,
      error: "must be a time such as 2026-11-27T12:00:00Z",
    })
    .refine((text) => Date.parse(text) > Date.now(), "must lie in the future")
    .refine(
      (text) => Date.parse(text) <= Date.now() + MOST_DAYS * DAY_MS,
      `must be at most ${MOST_DAYS} days away`
    )
    .optional(),
})

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const parsed = schema.safeParse(req.body ?? {})
  if (!parsed.success) {
    return refuse(firstComplaint(parsed.error))
  }
  const { order_id: orderId, expires_at } = parsed.data
  const { result } = await createPaymentLinkWorkflow(req.scope).run({
    input: {
      orderId,
      expiresAt:
        expires_at ??
        new Date(Date.now() + DEFAULT_DAYS * DAY_MS).toISOString(),
      by: await actorOf(req),
    },
  })
  answer(res, await linkDetail(req, result.id))
}

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const orderId = queryText(req, "order_id")
  if (!orderId) {
    return refuse({
      field: "order_id",
      complaint: "must be the id of an order",
    })
  }
  answer(res, await linksOfOrder(req, orderId))
}
