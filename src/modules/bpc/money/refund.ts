import {
  type DecimalInput,
  type GatewaySession,
  type Money,
  formatMoney,
  moneyOf,
  toDecimal,
  toMoney,
} from "../../../gateway"
import { voidPayment } from "./cancel"
import { isOfRollBack, readMedusaBooks, readRefundCredit } from "../core-tables"
import { newId } from "../database"
import { settleDoubts } from "./doubts"
import {
  type Books,
  type MoneyDeps,
  notTaken,
  readBooks,
} from "./gateway-books"
import { sendRefund } from "./refund-in-full"
import { type LedgerRow } from "../ledger"
import { cannot, remainderStaysHeld, rollsBack } from "../refusals"
import {
  type MoneyVerdict,
  type Totals,
  type Verdict,
  keepsRemainder,
} from "./verdict"

/** Refunds what Medusa's refund row says. @throws GatewayError */
export async function refundAtGateway(
  deps: MoneyDeps,
  row: LedgerRow,
  refundId: string,
  wanted: DecimalInput
): Promise<void> {
  if (
    row.cartId !== null &&
    row.orderId === null &&
    (await isOfRollBack(deps.database, refundId))
  ) {
    await deps.ledger.checkAgain(row.id, { inSeconds: LOOK_AT_LEFT_SECONDS })
    throw rollsBack("refund")
  }
  const books = await readBooks(deps, row)
  const totals = totalsOf(row, books)
  const open = await settleDoubts(deps, row, books)
  const medusa = await readMedusaBooks(deps.database, "refund", refundId, {
    sessionId: row.id,
    currency: row.amount.currency,
  })
  const asked = toMoney(wanted, row.amount.currency)
  const amount = medusa?.part ?? (asked.ok ? asked.value : undefined)
  if (!amount || (!medusa && amount.minor <= 0)) {
    throw cannot("refund", "the amount to give back must be above zero.")
  }
  if (medusa && medusa.total.minor > totals.captured.minor) {
    // Medusa lets one smallest unit more through than was captured (payment-module, refundPayment_).
    throw cannot(
      "refund",
      `${formatMoney(medusa.total)} would have been given back then, and only ${formatMoney(totals.captured)} was captured.`
    )
  }
  await sendRefund(deps, row, {
    books,
    open,
    remainderHeld: isMoney(books.verdict) && keepsRemainder(books.verdict),
    captured: totals.captured,
    onPayment: totals.refunded,
    amount,
    total: medusa?.total ?? amount,
    reference: refundId,
    origin: "medusa",
    credit: await readRefundCredit(deps.database, row.id, {
      refundId,
      amount: toDecimal(amount),
    }),
  })
}

const LOOK_AT_LEFT_SECONDS = 5

/** Money that was captured and that the gateway has released since (a reversal in the portal) is all given back. */
function totalsOf(
  row: LedgerRow,
  { verdict }: Books
): Pick<Totals, "captured" | "refunded"> {
  if (verdict.kind === "canceled" && row.captured.minor > 0) {
    return { captured: row.captured, refunded: row.captured }
  }
  if (!isMoney(verdict)) {
    throw cannot("refund", notTaken(verdict))
  }
  return verdict
}

function isMoney(verdict: Verdict): verdict is MoneyVerdict {
  return verdict.kind === "paid" || verdict.kind === "authorized"
}

/**
 * Refunds everything that was taken, or voids the hold.
 *
 * @param allowed `mismatched`: a person decided that money which differs from what was registered goes back as it is there
 * @returns false while a refund is still pending
 * @throws GatewayError; also when what was captured went back and the rest of its hold can only be released in the portal
 */
export async function refundInFull(
  deps: MoneyDeps,
  row: LedgerRow,
  allowed: { mismatched: boolean } = { mismatched: false }
): Promise<boolean> {
  const books = await readBooks(deps, row)
  const judged = books.verdict
  const verdict =
    allowed.mismatched && judged.kind === "mismatch"
      ? asTheGatewayHasIt(books.answer)
      : judged
  if (verdict?.kind !== "paid" && verdict?.kind !== "authorized") {
    throw cannot("refund", notTaken(judged))
  }
  const open = await settleDoubts(deps, row, { ...books, verdict })
  if (verdict.captured.minor === 0) {
    await voidPayment(deps, row, books, "plugin")
    return true
  }
  const remainderHeld = keepsRemainder(verdict)
  const { pending } = await sendRefund(deps, row, {
    books,
    open,
    remainderHeld,
    captured: verdict.captured,
    onPayment: verdict.refunded,
    amount: moneyOf(
      verdict.captured.minor - verdict.refunded.minor,
      verdict.captured.currency
    ),
    total: verdict.captured,
    reference: row.id.replace("bpcses_", "bpcref_"),
    origin: "plugin",
  })
  if (remainderHeld) {
    throw remainderStaysHeld(verdict.captured)
  }
  return !pending
}

/**
 * Sends again what Medusa's books show as refunded and the gateway's do not: a refund that the gateway took on and that failed
 * there later. Nothing is sent if the books agree.
 *
 * @throws GatewayError
 */
export async function refundMissing(
  deps: MoneyDeps,
  row: LedgerRow,
  promised: Money
): Promise<void> {
  const books = await readBooks(deps, row)
  const totals = totalsOf(row, books)
  const missing = promised.minor - totals.refunded.minor
  if (missing <= 0) {
    return
  }
  await sendRefund(deps, row, {
    books,
    open: await settleDoubts(deps, row, books),
    captured: totals.captured,
    onPayment: totals.refunded,
    remainderHeld: isMoney(books.verdict) && keepsRemainder(books.verdict),
    amount: moneyOf(missing, promised.currency),
    total: promised,
    reference: newId.refund(),
    origin: "plugin",
  })
}

/** The gateway's own totals, whatever was registered; undefined when it does not tell them. */
function asTheGatewayHasIt(
  answer: GatewaySession
): ({ kind: "paid" | "authorized" } & Totals) | undefined {
  const captured = answer.captured ?? answer.payment?.amount ?? answer.amount
  return captured && (answer.phase === "paid" || answer.phase === "authorized")
    ? {
        kind: answer.phase,
        captured:
          answer.phase === "paid"
            ? captured
            : { ...captured, minor: answer.captured?.minor ?? 0 },
        refunded: answer.refunded ?? { ...captured, minor: 0 },
        totalsKnown: answer.captured !== undefined,
      }
    : undefined
}
