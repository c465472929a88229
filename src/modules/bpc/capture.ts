import {
  type GatewayClient,
  type GatewaySession,
  type Money,
  formatMoney,
} from "../../gateway"
import { readMedusaBooks } from "./core-tables"
import {
  type MoneyDeps,
  notTaken,
  orReadBack,
  readBooks,
} from "./gateway-books"
import { type LedgerRow } from "./ledger-row"
import { cannot, paymentIdUnknown } from "./refusals"

/** Captures what Medusa's capture row says. @throws GatewayError */
export async function captureAtGateway(
  deps: MoneyDeps,
  row: LedgerRow,
  captureId: string | undefined
): Promise<void> {
  const { client, answer, verdict } = await readBooks(deps, row)
  if (verdict.kind !== "paid" && verdict.kind !== "authorized") {
    throw cannot("capture", notTaken(verdict))
  }
  const medusa = captureId
    ? await readMedusaBooks(
        deps.database,
        "capture",
        captureId,
        row.amount.currency
      )
    : undefined
  const amount = medusa?.this ?? row.amount
  const total = medusa?.total ?? row.amount

  if (verdict.captured.minor < total.minor) {
    if (verdict.kind === "paid" && answer.payment?.capturable?.minor === 0) {
      throw cannot(
        "capture",
        `${formatMoney(verdict.captured)} of ${formatMoney(row.amount)} was captured and the rest of the authorisation was released.`
      )
    }
    await sendCapture(client, { row, answer, amount, captureId })
  }
  const captured =
    verdict.captured.minor < total.minor ? total : verdict.captured
  await deps.ledger.advance(row.id, {
    to: captured.minor >= row.amount.minor ? "paid" : row.state,
    from: ["authorized", "paid"],
    captured,
    paymentId: answer.payment?.id,
    nextCheckInSeconds: null,
    entry: {
      kind: "captured",
      details: { amount: amount.minor, total: captured.minor },
    },
  })
}

async function sendCapture(
  client: GatewayClient,
  call: {
    row: LedgerRow
    answer: GatewaySession
    amount: Money
    captureId?: string | undefined
  }
): Promise<void> {
  const paymentId = call.answer.payment?.id ?? call.row.gatewayPaymentId
  if (!paymentId) {
    throw paymentIdUnknown("capture")
  }
  const sent = await client.capturePayment({
    paymentId,
    amount: call.amount,
    idempotencyKey: call.captureId ?? call.row.id,
  })
  if (sent.ok) {
    return
  }
  const before = call.answer.captured?.minor ?? 0
  await orReadBack(
    client,
    call.row,
    sent.error,
    "capture",
    call.amount,
    (answer) => (answer.captured?.minor ?? 0) >= before + call.amount.minor
  )
}
