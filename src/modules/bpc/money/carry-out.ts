import {
  type OperationKind,
  type OperationOrigin,
} from "../../../api-schemas/vocabulary"
import {
  type GatewayError,
  type GatewaySession,
  type Money,
  type Result,
} from "../../../gateway"
import { type RefundCredit } from "../core-tables"
import { type Books, type MoneyDeps } from "./gateway-books"
import { readSession } from "./read-session"
import { type LedgerRow, addToTimeline } from "../ledger"
import { notCarriedOut, outcomeOpen } from "../refusals"

/*
 * Captures and refunds are idempotent by comparing totals, not by remembering attempts: Medusa commits its capture or refund
 * row before it calls the provider and removes it when the provider throws, with a new id for each try. So before anything
 * is sent the gateway's total is read, and what it contains already is not sent again. That holds for a retry after a
 * time-out, for a webhook's echo and for what was done in the gateway's portal alike. What is remembered is that something
 * was sent, so that a call whose answer never came is found again. Callers hold the session's lock.
 */

export type MoneyCall = {
  kind: OperationKind
  amount: Money
  /** The gateway's total of this kind before the call. */
  totalBefore: Money
  reference: string
  origin: OperationOrigin
  /** Only of a refund: the credit line that Medusa has to write beside it. */
  credit?: RefundCredit
}

/**
 * Writes down, sends, and finds out what became of it: after a call whose outcome is not known, only the gateway's own books
 * make it a success.
 *
 * @param happened whether an answer of the gateway's shows that it was carried out
 * @throws GatewayError; with `outcomeUnknown` if not even the books could tell
 */
export async function carryOut(
  deps: MoneyDeps,
  row: LedgerRow,
  books: Books,
  call: MoneyCall,
  {
    send,
    happened,
  }: {
    send: () => Promise<Result<"done" | "pending", GatewayError>>
    happened: (
      answer: GatewaySession
    ) => Promise<"done" | "pending" | undefined>
  }
): Promise<"done" | "pending"> {
  const action = call.kind === "void" ? "cancel" : call.kind
  const id = await deps.operations.begin({
    sessionId: row.id,
    kind: call.kind,
    amount: call.amount.minor,
    totalBefore: call.totalBefore.minor,
    reference: call.reference,
    origin: call.origin,
    credit: call.credit,
  })
  const sent = await send()
  if (sent.ok) {
    await deps.operations.conclude(id, sent.value)
    return sent.value
  }
  const { error } = sent
  if (!error.outcomeUnknown) {
    await deps.operations.conclude(id, "failed", error.merchant)
    throw error
  }
  const read = await readSession(books, row, books.answer.id)
  const found = read.ok ? await happened(read.value) : undefined
  if (found) {
    await deps.operations.conclude(id, found)
    return found
  }
  if (read.ok && error.httpStatus !== undefined) {
    // It answered, so it is done with the call, and its books do not have it. Silence proves nothing yet.
    await deps.operations.conclude(id, "lost", error.log)
    throw notCarriedOut(action, call.amount, error)
  }
  await deps.operations.conclude(id, "unknown", error.log)
  await addToTimeline(deps.database, row.id, {
    kind: "in_doubt",
    details: { action: call.kind, amount: call.amount.minor },
  })
  throw outcomeOpen(action, call.amount, error)
}
