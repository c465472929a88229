import {
  type ProviderWebhookPayload,
  type WebhookActionResult,
} from "@medusajs/framework/types"
import { BigNumber, PaymentActions } from "@medusajs/framework/utils"
import { toDecimal } from "../../gateway"
import { judge } from "../../modules/bpc/money"
import type BpcModuleService from "../../modules/bpc/service"

/**
 * Medusa's own webhook question, for callers that ask the payment module directly: requests to `/hooks/payment` are answered
 * by the plugin's own door before they get here. The event is only a hint; the answer is the gateway's. What Medusa has
 * applied already is `not_supported`, so that the echo of a capture never captures again.
 */
export async function webhookAction(
  bpc: BpcModuleService,
  payload: ProviderWebhookPayload["payload"]
): Promise<WebhookActionResult> {
  const nothing: WebhookActionResult = { action: PaymentActions.NOT_SUPPORTED }
  const receipt = await bpc.receiveWebhook({
    rawBody: Buffer.isBuffer(payload.rawData)
      ? payload.rawData
      : Buffer.from(payload.rawData),
    signature: headerOf(payload.headers, "x-signature"),
    requestId: textHeaderOf(payload.headers, "api-request-id"),
  })
  const event =
    receipt.outcome === "stored"
      ? await bpc.inbox.open(receipt.eventId)
      : undefined
  const row = event?.sessionId
    ? await bpc.ledger.find(event.sessionId)
    : undefined
  if (!row || row.orderId || row.state === "held" || row.state === "refunded") {
    return nothing
  }
  const answer = await bpc.readAtGateway(row)
  const verdict = answer.ok ? judge(row, answer.value) : undefined
  const asked = await bpc.queries.amountOfPaymentSession(row.paymentSessionId)
  const data = {
    session_id: row.paymentSessionId,
    amount: new BigNumber(asked ?? toDecimal(row.amount)),
  }
  switch (verdict?.kind) {
    case "paid":
      return { action: PaymentActions.SUCCESSFUL, data }
    case "authorized":
      return { action: PaymentActions.AUTHORIZED, data }
    case "open":
      return { action: PaymentActions.PENDING, data }
    case "expired":
    case "canceled":
      return { action: PaymentActions.CANCELED, data }
    case "unknown":
    case "mismatch":
    case undefined:
      return nothing
  }
}

function headerOf(
  headers: Record<string, unknown>,
  name: string
): string | string[] | undefined {
  const value = headers[name]
  return typeof value === "string" ||
    (Array.isArray(value) && value.every((part) => typeof part === "string"))
    ? value
    : undefined
}

function textHeaderOf(
  headers: Record<string, unknown>,
  name: string
): string | undefined {
  const value = headerOf(headers, name)
  return typeof value === "string" ? value : undefined
}
