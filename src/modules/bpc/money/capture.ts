import { formatMoney, moneyOf, ok } from "../../../gateway"
import { carryOut } from "./carry-out"
import { readMedusaBooks } from "../core-tables"
import { refuseOnDoubt, refuseRepeat, settleDoubts } from "./doubts"
import { type MoneyDeps, notTaken, readBooks } from "./gateway-books"
import {
  type LedgerRow,
  LOOK_AT_UNBOOKED_SECONDS,
  nextCheckOfSale,
} from "../ledger"
import { cannot } from "../refusals"

/** Captures what Medusa's capture row says. @throws GatewayError */
export async function captureAtGateway(
  deps: MoneyDeps,
  row: LedgerRow,
  captureId: string | undefined
): Promise<void> {
  const books = await readBooks(deps, row)
  const { channel, payment, answer, verdict } = books
  if (verdict.kind !== "paid" && verdict.kind !== "authorized") {
    throw cannot("capture", notTaken(verdict))
  }
  const open = await settleDoubts(deps, row, books)
  const medusa = captureId
    ? await readMedusaBooks(deps.database, "capture", captureId, {
        sessionId: row.id,
        currency: row.amount.currency,
      })
    : undefined
  const amount = medusa?.part ?? row.amount
  const total = medusa?.total ?? row.amount
  const reference = captureId ?? row.id
  let captured = verdict.captured

  if (total.minor > row.amount.minor) {
    // Medusa lets through what is too much by less than one smallest unit (payment-module, capturePayment_).
    throw cannot(
      "capture",
      `${formatMoney(total)} would have been captured then, and only ${formatMoney(row.amount)} was authorised.`
    )
  }
  if (amount.minor > 0 && verdict.captured.minor < total.minor) {
    refuseOnDoubt(row, open)
    if (verdict.captured.minor > total.minor - amount.minor) {
      await deps.ledger.checkAgain(row.id, { inSeconds: 0 })
      throw cannot(
        "capture",
        `${formatMoney(verdict.captured)} was captured there already, more than this order shows. It is being booked here; please look again in a minute and capture what is still wanted.`
      )
    }
    if (verdict.kind === "paid" && answer.payment?.capturable?.minor === 0) {
      throw cannot(
        "capture",
        `${formatMoney(verdict.captured)} of ${formatMoney(row.amount)} was captured and the rest of the authorisation was released.`
      )
    }
    await refuseRepeat(deps, row, "capture", amount)
    const reached = moneyOf(
      verdict.captured.minor + amount.minor,
      amount.currency
    )
    await carryOut(
      deps,
      row,
      books,
      {
        kind: "capture",
        amount,
        totalBefore: verdict.captured,
        reference,
        origin: "medusa",
      },
      {
        send: async () => {
          const sent = await channel.capture({
            payment,
            amount,
            idempotencyKey: reference,
          })
          return sent.ok ? ok("done" as const) : sent
        },
        happened: async (after) =>
          (after.captured?.minor ?? 0) >= reached.minor ? "done" : undefined,
      }
    )
    captured = reached
  } else if (captureId) {
    await deps.operations.recordAsDone({
      sessionId: row.id,
      kind: "capture",
      amount: amount.minor,
      totalBefore: verdict.captured.minor - amount.minor,
      reference,
    })
  }
  const state = captured.minor >= row.amount.minor ? "paid" : row.state
  await deps.ledger.advance(row.id, {
    to: state,
    from: ["authorized", "paid"],
    captured,
    paymentId: answer.payment?.id,
    nextCheckInSeconds:
      verdict.captured.minor > total.minor
        ? 0
        : captureId
          ? LOOK_AT_UNBOOKED_SECONDS
          : nextCheckOfSale({ ...row, state }, new Date()),
    entry: {
      kind: "captured",
      details: { amount: amount.minor, total: captured.minor },
    },
  })
}
