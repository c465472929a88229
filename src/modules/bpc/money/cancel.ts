import { type OperationOrigin } from "../../../api-schemas/vocabulary"
import { formatMoney, moneyOf, ok } from "../../../gateway"
import { carryOut } from "./carry-out"
import { refuseOnDoubt, settleDoubts } from "./doubts"
import { type Books, type MoneyDeps, readBooks } from "./gateway-books"
import { type LedgerRow } from "../ledger"
import { type Operation } from "./operations"
import { cannot, outcomeOpen, remainderStaysHeld, rollsBack } from "../refusals"
import { judge } from "./verdict"

const LOOK_AT_LEFT_SECONDS = 5

/**
 * Stops a payment that was not captured: releases a hold, or closes an unpaid page. Never voids what is paid, nor a hold that waits for
 * its order: that is what Medusa's roll-back of a completion asks for, whatever it failed from.
 *
 * @throws GatewayError, also when money was captured: that is refunded, not cancelled
 */
export async function cancelAtGateway(
  deps: MoneyDeps,
  row: LedgerRow
): Promise<void> {
  if (row.claimsCollection && row.cartId !== null && row.orderId === null) {
    throw rollsBack("cancel")
  }
  const books = await readBooks(deps, row)
  const { client, answer, verdict } = books
  let left: readonly Operation[] = []
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
        if (verdict.refunded.minor >= verdict.captured.minor) {
          throw remainderStaysHeld(verdict.captured)
        }
        throw cannot(
          "cancel",
          `${formatMoney(verdict.captured)} was captured. Refund it instead.`
        )
      }
      refuseOnDoubt(row, await settleDoubts(deps, row, books))
      await voidPayment(deps, row, books, "medusa")
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
      // A release whose answer never came is what stopped it; nobody looks at a stopped payment of an order again.
      left = await settleDoubts(deps, row, books)
      break
  }
  await deps.ledger.advance(row.id, {
    to: "canceled",
    from: ["creating", "open", "authorized"],
    // An order that has nothing reserved any more has no books that could differ.
    ...(row.orderId !== null && { reason: null }),
    releaseClaim: true,
    // Medusa's roll-back of a completion leaves its payment behind; without an order it is taken out of Medusa's books.
    nextCheckInSeconds:
      row.orderId === null || left.length > 0 ? LOOK_AT_LEFT_SECONDS : null,
    entry: { kind: "voided" },
  })
}

/** Releases a hold. @throws GatewayError */
export async function voidPayment(
  deps: MoneyDeps,
  row: LedgerRow,
  books: Books,
  origin: OperationOrigin
): Promise<void> {
  await carryOut(
    deps,
    row,
    books,
    {
      kind: "void",
      amount: row.amount,
      totalBefore: moneyOf(0, row.amount.currency),
      reference: row.id,
      origin,
    },
    {
      send: async () => {
        const sent = await books.channel.cancel({
          payment: books.payment,
          idempotencyKey: row.id,
        })
        return sent.ok ? ok("done" as const) : sent
      },
      happened: async (read) =>
        read.phase === "canceled" ? "done" : undefined,
    }
  )
}
