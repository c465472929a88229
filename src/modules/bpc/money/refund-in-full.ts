import { type OperationOrigin } from "../../../api-schemas/vocabulary"
import { type Money, formatMoney, moneyOf, ok } from "../../../gateway"
import { carryOut } from "./carry-out"
import { type RefundCreditContext, readSituation } from "../core-tables"
import { refuseOnDoubt, refuseRepeat } from "./doubts"
import { type Books, type MoneyDeps } from "./gateway-books"
import { type LedgerRow, nextCheckOfBooks, nextCheckOfSale } from "../ledger"
import { type Operation } from "./operations"
import { cannot, orderIsChanging } from "../refusals"

/** A refund that the gateway has begun is looked at again after this long. */
const PENDING_SECONDS = 300

/** What is to be refunded, and what is known about it. */
export type RefundInput = {
  books: Books
  /** What is not known yet about earlier calls. */
  open: Operation[]
  /** More of the hold could still be captured: giving back what was captured does not end it. */
  remainderHeld?: boolean
  captured: Money
  /** What the payment itself says went back. */
  onPayment: Money
  amount: Money
  /** What the gateway's books must show as refunded afterwards. */
  total: Money
  reference: string
  origin: OperationOrigin
  /** The credit line that Medusa has to write beside it; without one if there is no order, or it is cancelled. */
  credit?: RefundCreditContext
}

/**
 * Refunds what the gateway's books do not show as refunded yet. Nothing is sent on top of a doubt, and nothing twice.
 *
 * @throws GatewayError
 */
export async function sendRefund(
  deps: MoneyDeps,
  row: LedgerRow,
  input: RefundInput
): Promise<{ pending: boolean }> {
  const { books, amount, total } = input
  const { channel, payment, answer } = books
  const before = await refundedSoFar(books, input.onPayment)
  let pending = before.pending
  let given = before.minor
  const operation = {
    kind: "refund" as const,
    amount,
    totalBefore: moneyOf(before.minor, amount.currency),
    reference: input.reference,
    credit: input.credit,
  }
  if (amount.minor > 0 && before.minor < total.minor) {
    refuseOnDoubt(row, input.open)
    refuseWhileChanging(input.credit)
    if (before.minor > total.minor - amount.minor) {
      await deps.ledger.checkAgain(row.id, { inSeconds: 0 })
      throw cannot(
        "refund",
        `${formatMoney(operation.totalBefore)} was given back there already, more than this order shows. It is being booked here; please look again in a minute and refund what is still wanted.`
      )
    }
    if (before.minor + amount.minor > input.captured.minor) {
      throw cannot(
        "refund",
        `${formatMoney(input.captured)} was captured and ${formatMoney(operation.totalBefore)} was given back, so ${formatMoney(amount)} more is not possible.`
      )
    }
    if (input.origin === "medusa") {
      await refuseRepeat(deps, row, "refund", amount)
    }
    const reached = before.minor + amount.minor
    const outcome = await carryOut(
      deps,
      row,
      books,
      { ...operation, origin: input.origin },
      {
        send: async () => {
          const sent = await channel.refund({
            payment,
            amount,
            deposited: moneyOf(
              input.captured.minor - before.minor,
              amount.currency
            ),
            reference: input.reference,
          })
          if (!sent.ok) {
            return sent
          }
          return sent.value.status === "failed"
            ? { ok: false, error: cannot("refund", "the gateway refused it.") }
            : ok(sent.value.status === "pending" ? "pending" : "done")
        },
        happened: async (read) => {
          const after = await refundedSoFar(
            { ...books, answer: read },
            read.refunded ?? moneyOf(0, amount.currency)
          )
          return after.minor < reached
            ? undefined
            : after.pending
              ? "pending"
              : "done"
        },
      }
    )
    pending = outcome === "pending"
    given = reached
  } else if (input.origin === "medusa") {
    await deps.operations.recordAsDone({
      ...operation,
      sessionId: row.id,
      amount: amount.minor,
      totalBefore: before.minor - amount.minor,
    })
  }
  // What the gateway gave back beyond that is booked in Medusa first; until then the ledger is not ahead of it.
  const isAhead = input.origin === "medusa" && before.minor > total.minor
  const refunded = isAhead ? total : moneyOf(given, amount.currency)
  const allBack =
    !pending &&
    // Medusa may refund a fraction that it captured and the gateway never had; the hold is there still.
    input.captured.minor > 0 &&
    refunded.minor >= input.captured.minor
  const known = await readSituation(deps.database, row.id)
  // An order that only asked for this money (a payment link), or whose cart was paid twice, never had it.
  const orderId =
    (known?.situation.payment && known.situation.orderId) ?? undefined
  // Sent again and there now: nothing about this sale needs a person any more.
  const mended =
    (row.reason === "refund_failed" || row.reason === "order_canceled") &&
    orderId !== undefined &&
    !pending
  const state = allBack && !input.remainderHeld ? "refunded" : row.state
  const now = new Date()
  await deps.ledger.advance(row.id, {
    to: state,
    orderId,
    // Money that went back before any order had it pays for nothing: the cart can be paid again.
    releaseClaim: state === "refunded" && orderId === undefined,
    from: ["authorized", "paid", "held", "refunded"],
    refunded,
    ...(mended && { reason: null }),
    captured: input.captured,
    paymentId: answer.payment?.id,
    nextCheckInSeconds: pending
      ? PENDING_SECONDS
      : isAhead
        ? 0
        : known
          ? nextCheckOfBooks({ ...row, state }, known.situation, now)
          : nextCheckOfSale({ ...row, state }, now),
    entry: {
      kind: pending ? "refund_pending" : "refunded",
      details: {
        amount: amount.minor,
        total: refunded.minor,
        reference: input.reference,
      },
    },
  })
  return { pending }
}

/**
 * Medusa's refund would fail after the money went, and a second try would send it again.
 *
 * @throws GatewayError
 */
function refuseWhileChanging(credit: RefundCreditContext | undefined): void {
  if (credit?.openChange && Number(credit.due) > 0) {
    throw orderIsChanging("refund", credit.openChange)
  }
}

/** What the gateway has refunded or is refunding: the payment's total may not yet contain what is pending. */
async function refundedSoFar(
  { channel, payment }: Books,
  onPayment: Money
): Promise<{ minor: number; pending: boolean }> {
  const list = await channel.listRefunds({
    payment,
    currency: onPayment.currency,
  })
  if (!list.ok) {
    // The list is one of the dialect's weakest parts; a gateway without it still tells its total on the payment.
    if (list.error.kind === "rejected" || list.error.kind === "configuration") {
      return { minor: onPayment.minor, pending: false }
    }
    throw list.error
  }
  const counting = list.value.filter(
    ({ status }) => status === "succeeded" || status === "pending"
  )
  const listed = counting.reduce(
    (sum, refund) => sum + (refund.amount?.minor ?? 0),
    0
  )
  return {
    minor: Math.max(onPayment.minor, listed),
    pending: counting.some(({ status }) => status === "pending"),
  }
}
