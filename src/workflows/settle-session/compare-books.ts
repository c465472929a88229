import { type Money, formatMoney, moneyOf, sameMoney } from "../../gateway"
import { type Situation } from "../../modules/bpc/core-tables"
import { type LedgerRow } from "../../modules/bpc/ledger"
import { type MoneyVerdict, keepsRemainder } from "../../modules/bpc/money"
import { type Resolution } from "./resolution"
import { MAXIMUM_ATTEMPTS } from "./schedule"

/**
 * The order has this money. Medusa's books follow the gateway's, whoever moved the money; where Medusa is ahead, what it
 * promises is carried out or a person is told.
 */
export function compareBooks(
  row: LedgerRow,
  verdict: MoneyVerdict,
  situation: Situation
): Resolution {
  const { payment, inDoubtSince } = situation
  if (verdict.captured.minor < row.captured.minor) {
    // Paid never goes back: the answer is older than what we know.
    return { kind: "nothing" }
  }
  if (inDoubtSince) {
    return { kind: "wait" }
  }
  if (!payment || payment.canceled || !verdict.totalsKnown) {
    if (verdict.refunded.minor < row.refunded.minor) {
      return { kind: "wait" }
    }
    const kept = verdict.captured.minor - verdict.refunded.minor
    return payment?.canceled && kept > 0
      ? {
          kind: "report",
          ...moneyOfCanceledOrder(row, moneyOf(kept, row.amount.currency)),
        }
      : agreed(row, verdict, situation)
  }
  for (const action of ["capture", "refund"] as const) {
    const field = action === "capture" ? "captured" : "refunded"
    const theirs = verdict[field].minor
    const ours = payment[field].minor
    if (theirs > ours) {
      return {
        kind: "mirror",
        paymentId: payment.id,
        action,
        amount: moneyOf(theirs - ours, row.amount.currency),
        total: payment[field],
        orderCanceled: situation.orderCanceled,
      }
    }
    if (theirs < ours) {
      const unsent = situation.unsent.find(({ kind }) => kind === action)
      return unsent
        ? { kind: "finish", unsent }
        : {
            kind: "report",
            reason: action === "capture" ? "capture_failed" : "refund_failed",
            expected: formatMoney(payment[field]),
            found: formatMoney(verdict[field]),
          }
    }
  }
  const allBack = verdict.refunded.minor >= verdict.captured.minor
  if (
    row.orderId &&
    situation.miscounted?.settled &&
    // What a cancelled order has still is given back first: Medusa's count may become right by that.
    (allBack || !situation.orderCanceled)
  ) {
    return { kind: "recount", orderId: row.orderId, paymentId: payment.id }
  }
  const rows = situation.unbooked.filter(({ settled }) => settled)
  return rows.length > 0 && row.orderId
    ? { kind: "book", orderId: row.orderId, rows }
    : (finishCanceling(row, verdict, situation) ??
        misstatedSummary(row, situation) ??
        missingCredit(row, situation) ??
        agreed(row, verdict, situation))
}

/** What the order is asked to pay follows from its summary, so it comes before anything that is counted by it. */
export function misstatedSummary(
  row: LedgerRow,
  { misstated }: Situation
): Extract<Resolution, { kind: "restate" }> | undefined {
  return row.orderId && misstated
    ? { kind: "restate", orderId: row.orderId, summary: misstated }
    : undefined
}

/** Not while another change of the order is open: it is looked at again when that one ends. */
export function missingCredit(
  row: LedgerRow,
  situation: Situation
): Extract<Resolution, { kind: "credit" }> | undefined {
  return row.orderId &&
    situation.missingCredit !== null &&
    !situation.openChange &&
    !situation.orderCanceled
    ? {
        kind: "credit",
        orderId: row.orderId,
        amount: situation.missingCredit,
      }
    : undefined
}

/** Medusa's books of the payment and the gateway's agree; the ledger follows, unless the order was placed for another total. */
function agreed(
  row: LedgerRow,
  verdict: MoneyVerdict,
  situation: Situation
): Resolution {
  const follow = followTotals(row, verdict)
  return follow.kind === "follow_totals" && follow.as === "refunded"
    ? follow
    : (totalDiffers(row, situation) ?? follow)
}

/**
 * The order was placed for another total than was paid: by somebody else's code, since our own door refuses it. It is told until the order
 * owes nothing any more, to either side.
 */
export function totalDiffers(
  row: LedgerRow,
  { placed, orderCanceled }: Situation
): Extract<Resolution, { kind: "report" }> | undefined {
  return placed &&
    !placed.isSquare &&
    !orderCanceled &&
    (placed.asked.currency !== row.amount.currency ||
      Math.abs(placed.asked.minor - row.amount.minor) > (placed.exact ? 0 : 1))
    ? {
        kind: "report",
        reason: "order_total_differs",
        expected: formatMoney(placed.asked),
        found: formatMoney(row.amount),
      }
    : undefined
}

/** The books agree, and the order is cancelled: everything that it had must have gone back. */
function finishCanceling(
  row: LedgerRow,
  verdict: MoneyVerdict,
  { orderCanceled, payment }: Situation
): Resolution | undefined {
  const kept = verdict.captured.minor - verdict.refunded.minor
  const holds = verdict.kind === "authorized" && verdict.captured.minor === 0
  if (!orderCanceled || !payment) {
    return undefined
  }
  if (kept <= 0 && keepsRemainder(verdict)) {
    // Nothing that we can send releases it; a person can, or it lapses.
    const rest = moneyOf(
      row.amount.minor - verdict.captured.minor,
      row.amount.currency
    )
    return { kind: "report", ...moneyOfCanceledOrder(row, rest) }
  }
  if (kept <= 0 && !holds) {
    return undefined
  }
  const amount = holds ? null : moneyOf(kept, row.amount.currency)
  return row.attempts >= MAXIMUM_ATTEMPTS
    ? { kind: "report", ...moneyOfCanceledOrder(row, amount) }
    : { kind: "finish_canceling", paymentId: payment.id, amount }
}

/** What a person is told about money that a cancelled order has still. @param amount null: a hold */
export function moneyOfCanceledOrder(row: LedgerRow, amount: Money | null) {
  return {
    reason: "order_canceled" as const,
    expected: formatMoney(moneyOf(0, row.amount.currency)),
    found: formatMoney(amount ?? row.amount),
  }
}

function followTotals(row: LedgerRow, verdict: MoneyVerdict): Resolution {
  const as =
    verdict.captured.minor > 0 &&
    verdict.refunded.minor >= verdict.captured.minor &&
    // What is held still may be captured, and nobody asks about a payment that is refunded.
    !keepsRemainder(verdict)
      ? "refunded"
      : row.state === "paid"
        ? "paid"
        : verdict.kind
  return as === row.state &&
    (row.reason === null || isStillUncaptured(row, as)) &&
    sameMoney(verdict.captured, row.captured) &&
    sameMoney(verdict.refunded, row.refunded)
    ? { kind: "nothing" }
    : { kind: "follow_totals", as }
}

/** That the books agree does not capture an order that left; whoever tries to capture it takes this back. */
function isStillUncaptured({ reason }: LedgerRow, as: string): boolean {
  return reason === "shipped_uncaptured" && as === "authorized"
}

/** The gateway released money that an order has: a hold, or what was captured the same day. */
export function decideRelease(
  row: LedgerRow,
  { payment, inDoubtSince, orderCanceled }: Situation
): Resolution {
  if (inDoubtSince) {
    return { kind: "wait" }
  }
  if (!payment || payment.canceled) {
    return { kind: "follow_totals", as: "canceled" }
  }
  const left = payment.captured.minor - payment.refunded.minor
  if (payment.captured.minor === 0) {
    return { kind: "mirror", paymentId: payment.id, action: "void" }
  }
  return left > 0
    ? {
        kind: "mirror",
        paymentId: payment.id,
        action: "refund",
        amount: moneyOf(left, row.amount.currency),
        total: payment.refunded,
        orderCanceled,
      }
    : { kind: "follow_totals", as: "refunded" }
}
