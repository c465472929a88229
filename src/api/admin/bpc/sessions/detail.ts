import { type MedusaRequest } from "@medusajs/framework/http"
import { type z } from "zod"
import {
  type operationSchema,
  type sessionAnswer,
} from "../../../../api-schemas/payments"
import { attemptsIn } from "../../../../modules/bpc/ledger"
import { type Operation } from "../../../../modules/bpc/money"
import { bpcOf, notFound } from "../answers"

/**
 * A payment with its timeline, the captures, refunds and releases that were sent, and the webhook events about it. Amounts in
 * minor units. @throws MedusaError 404
 */
export async function sessionDetail(
  req: MedusaRequest,
  id: string
): Promise<z.output<typeof sessionAnswer>> {
  const { queries, operations } = bpcOf(req)
  const [session, card, timeline, sent, events] = await Promise.all([
    queries.session(id),
    queries.card(id),
    queries.timeline(id),
    operations.of(id),
    queries.events({ sessionId: id }, { limit: 100 }),
  ])
  return {
    session: {
      ...(session ?? notFound("payment")),
      card: card ?? null,
      attempts: attemptsIn(timeline),
      timeline,
      operations: sent.map(operationView),
      events,
    },
  }
}

function operationView(operation: Operation): z.output<typeof operationSchema> {
  return {
    id: operation.id,
    kind: operation.kind,
    amount: operation.amount,
    state: operation.state,
    origin: operation.origin,
    reference: operation.reference,
    message: operation.message,
    created_at: operation.createdAt,
  }
}
