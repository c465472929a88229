import { type MedusaRequest } from "@medusajs/framework/http"
import { bpcOf, notFound } from "../answers"

/** A payment with its timeline and the webhook events about it. @throws MedusaError 404 */
export async function sessionDetail(req: MedusaRequest, id: string) {
  const { queries } = bpcOf(req)
  const [session, timeline, events] = await Promise.all([
    queries.session(id),
    queries.timeline(id),
    queries.events({ sessionId: id }, { limit: 100 }),
  ])
  return { session: { ...(session ?? notFound("payment")), timeline, events } }
}
