import {
  type GatewayError,
  type GatewaySession,
  type Result,
  sameMoney,
  toMoney,
} from "../../../gateway"
import { type ToAuthorize } from "../core-tables"
import { type SessionLedger, type LedgerRow } from "../ledger"
import { judge } from "../money"

type Question = { gatewaySessionId: string; paymentSessionId: string }

type Parts = {
  ledger: SessionLedger
  queries: { toAuthorize(input: Question): Promise<ToAuthorize | undefined> }
  readAtGateway(row: LedgerRow): Promise<Result<GatewaySession, GatewayError>>
}

/** What Medusa may be told about a payment session. */
export type Authorization =
  | { kind: "paid" | "authorized"; row: LedgerRow; answer?: GatewaySession }
  | { kind: "unpaid"; shopper: string }
  | { kind: "refused"; shopper: string }

const UNPAID =
  "This payment has not been completed yet. Please finish it on the payment page."
const ARRIVED =
  "Your payment has arrived, and your order is being placed. Please do not pay again; it takes a few seconds."
const UNDER_REVIEW =
  "Your payment needs to be checked by the shop. Please do not pay again; the shop has been told."
/** Said to whoever completes a cart whose total is not what was paid; the settlement knows by it why there is no order. */
export const TOTAL_CHANGED =
  "The cart was changed after this payment was started, so the payment does not fit it any more. Nothing was ordered, and the money goes back. Please start the payment again."
const RETURNED =
  "This payment was given back. Please start the payment again if you still want to order."

/**
 * Answers Medusa's question "is this payment session authorised?" from the gateway's own word. What the ledger holds as
 * verified is not asked again: paid never goes back. Money counts only for the one session that claims its payment collection.
 */
export async function authorize(
  bpc: Parts,
  input: Question
): Promise<Authorization> {
  const found = await bpc.queries.toAuthorize(input)
  if (!found) {
    return { kind: "refused", shopper: UNPAID }
  }
  const { row, bookedByOther, asked } = found
  if (row.state === "held") {
    return { kind: "refused", shopper: UNDER_REVIEW }
  }
  if (row.state === "refunded" || isBeingRefunded(row)) {
    return { kind: "refused", shopper: RETURNED }
  }
  if (bookedByOther) {
    // Medusa would book the same money a second time. The settlement clears up what the first attempt left, under the cart's lock.
    await bpc.ledger.checkAgain(row.id, { inSeconds: 0 })
    return { kind: "unpaid", shopper: ARRIVED }
  }
  // What the order that is being placed asks for is fixed by now; what the page was opened for is not it (Medusa compares neither).
  const fits = asked.every(({ amount, currencyCode }) => {
    const money = toMoney(amount, currencyCode)
    return money.ok && sameMoney(money.value, row.amount)
  })
  if (!fits) {
    await bpc.ledger.checkAgain(row.id, {
      inSeconds: 0,
      entry: { kind: "total_changed" },
    })
    return { kind: "refused", shopper: TOTAL_CHANGED }
  }
  if (
    row.claimsCollection &&
    (row.state === "paid" || row.state === "authorized")
  ) {
    const served =
      row.paymentSessionId === input.paymentSessionId
        ? row
        : await bpc.ledger.rebind(row.id, input.paymentSessionId)
    return { kind: asMedusaBooks(row.state, row), row: served ?? row }
  }

  const answer = await bpc.readAtGateway(row)
  if (!answer.ok) {
    return { kind: "unpaid", shopper: answer.error.shopper }
  }
  const verdict = judge(row, answer.value)
  switch (verdict.kind) {
    case "open":
    case "expired":
    case "canceled":
    case "unknown":
      return { kind: "unpaid", shopper: UNPAID }
    case "mismatch":
      await bpc.ledger.advance(row.id, {
        to: "held",
        from: [
          "creating",
          "open",
          "authorized",
          "paid",
          "expired",
          "failed",
          "canceled",
        ],
        reason: verdict.reason,
        nextCheckInSeconds: null,
        entry: {
          kind: "mismatch",
          details: { expected: verdict.expected, found: verdict.found },
        },
      })
      return { kind: "refused", shopper: UNDER_REVIEW }
    case "paid":
    case "authorized": {
      if (verdict.refunded.minor > 0) {
        return { kind: "refused", shopper: RETURNED }
      }
      const claimed = await bpc.ledger.claim(row.id, {
        ...verdict,
        paymentId: answer.value.payment?.id,
        paymentSessionId: input.paymentSessionId,
      })
      if (!claimed) {
        // A second page of the same cart was paid: the order has its money, this one is settled on its own.
        await bpc.ledger.checkAgain(row.id, { inSeconds: 0 })
        return { kind: "refused", shopper: UNDER_REVIEW }
      }
      return {
        kind: asMedusaBooks(verdict.kind, claimed),
        row: claimed,
        answer: answer.value,
      }
    }
  }
}

/**
 * "Paid" makes Medusa book the whole amount as captured. Of a hold that the portal captured in part, and whose rest it released,
 * only that part may be booked: Medusa hears of the authorisation, and the part is mirrored as a capture of its own.
 */
function asMedusaBooks(
  kind: "paid" | "authorized",
  { captured, amount }: LedgerRow
): "paid" | "authorized" {
  return captured.minor < amount.minor ? "authorized" : kind
}

/** It was decided that no order can take this money, and giving it back is under way. */
function isBeingRefunded(row: LedgerRow): boolean {
  return (
    row.reason !== null &&
    !row.claimsCollection &&
    (row.state === "paid" || row.state === "authorized")
  )
}
