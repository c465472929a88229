import { type MedusaRequest } from "@medusajs/framework/http"
import { listEvents } from "../../../../modules/bpc/event-list"
import { findSession } from "../../../../modules/bpc/session-list"
import { readTimeline } from "../../../../modules/bpc/timeline"
import { bpcOf, notFound } from "../answers"

/** A payment with its timeline and the webhook events about it. @throws MedusaError 404 */
export async function sessionDetail(req: MedusaRequest, id: string) {
  const { database } = bpcOf(req)
  const [session, timeline, events] = await Promise.all([
    findSession(database, id),
    readTimeline(database, id),
    listEvents(database, { sessionId: id }, { limit: 100 }),
  ])
  return { session: { ...(session ?? notFound("payment")), timeline, events } }
}
