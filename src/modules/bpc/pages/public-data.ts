import { type GatewaySession } from "../../../gateway"
import { type LedgerRow } from "../ledger"
import { returnToken } from "../return-address"

/**
 * A payment session's `data`: what the storefront sees (docs/storefront.md). Nothing secret. `session_id` is there because
 * Medusa merges the browser's `data` under ours: what we return is what stays.
 */
export type PublicData = {
  id: string
  session_id: string
  paymentUrl: string | null
  expiresAt: string | null
  mode: "test" | "live"
  status: string
  paymentStatus: string
}

export function publicData(
  row: LedgerRow,
  input: { backendUrl: string; answer?: GatewaySession }
): PublicData {
  return {
    id: row.gatewaySessionId ?? "",
    session_id: row.paymentSessionId,
    paymentUrl: row.claimsCollection
      ? // Paid already: whoever presses "pay" again is led to the order instead of to a second payment.
        `${input.backendUrl}/bpc/return/${returnToken(row, "success")}`
      : row.paymentUrl,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    mode: row.mode,
    ...words(row, input.answer),
  }
}

function words(row: LedgerRow, answer: GatewaySession | undefined) {
  if (answer && answer.status !== "unknown") {
    return { status: answer.status, paymentStatus: answer.paymentStatus }
  }
  switch (row.state) {
    case "creating":
    case "open":
      return { status: "open", paymentStatus: "unpaid" }
    case "authorized":
      return { status: "completed", paymentStatus: "authorized" }
    case "paid":
    case "refunded":
      return { status: "completed", paymentStatus: "paid" }
    case "canceled":
    case "expired":
    case "failed":
      return { status: "expired", paymentStatus: "unpaid" }
    case "held":
      return { status: "completed", paymentStatus: "held" }
  }
}
