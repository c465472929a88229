import {
  type GatewayClient,
  type GatewaySession,
  formatMoney,
} from "../../gateway"
import { type MoneyDeps, orReadBack, readBooks } from "./gateway-books"
import { type LedgerRow } from "./ledger-row"
import { cannot, outcomeOpen, paymentIdUnknown } from "./refusals"
import { judge } from "./verdict"

/**
 * Stops a payment that was not captured: releases a hold, or closes an unpaid page. Never voids what is paid.
 *
 * @throws GatewayError, also when money was captured: that is refunded, not cancelled
 */
export async function cancelAtGateway(
  deps: MoneyDeps,
  row: LedgerRow
): Promise<void> {
  const { client, answer, verdict } = await readBooks(deps, row)
  switch (verdict.kind) {
    case "paid":
      throw cannot("cancel", "the money was captured. Refund it instead.")
    case "mismatch":
      throw cannot(
        "cancel",
        `the gateway holds ${verdict.found} where ${verdict.expected} was registered.`
      )
    case "unknown":
      throw cannot(
        "cancel",
        `the gateway calls this payment "${verdict.words}", which we do not know.`
      )
    case "authorized":
      if (verdict.captured.minor > 0) {
        throw cannot(
          "cancel",
          `${formatMoney(verdict.captured)} was captured. Refund it instead.`
        )
      }
      await voidPayment(client, row, answer)
      break
    case "open": {
      const closed = await client.expireSession(answer.id)
      const after = closed.ok ? closed : await client.readSession(answer.id)
      if (!after.ok) {
        throw outcomeOpen("cancel", row.amount, after.error)
      }
      if (judge(row, after.value).kind !== "expired") {
        throw cannot("cancel", "it was paid at the same moment.")
      }
      break
    }
    case "expired":
    case "canceled":
      break
  }
  await deps.ledger.advance(row.id, {
    to: "canceled",
    from: ["creating", "open", "authorized"],
    releaseClaim: true,
    nextCheckInSeconds: null,
    entry: { kind: "voided" },
  })
}

/** Releases a hold. @throws GatewayError */
export async function voidPayment(
  client: GatewayClient,
  row: LedgerRow,
  answer: GatewaySession
): Promise<void> {
  const paymentId = answer.payment?.id ?? row.gatewayPaymentId
  if (!paymentId) {
    throw paymentIdUnknown("cancel")
  }
  const sent = await client.cancelPayment({ paymentId, idempotencyKey: row.id })
  if (!sent.ok) {
    await orReadBack(
      client,
      row,
      sent.error,
      "cancel",
      row.amount,
      (read) => read.phase === "canceled"
    )
  }
}
