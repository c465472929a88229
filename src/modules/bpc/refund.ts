import {
  type DecimalInput,
  type GatewayClient,
  type GatewaySession,
  type Money,
  formatMoney,
  merchantReference,
  moneyOf,
  toMoney,
} from "../../gateway"
import { voidPayment } from "./cancel"
import { readMedusaBooks, readSituation } from "./core-tables"
import {
  type MoneyDeps,
  notTaken,
  orReadBack,
  readBooks,
} from "./gateway-books"
import { type LedgerRow } from "./ledger-row"
import { cannot, paymentIdUnknown } from "./refusals"
import { type Verdict } from "./verdict"

/** Refunds what Medusa's refund row says. @throws GatewayError */
export async function refundAtGateway(
  deps: MoneyDeps,
  row: LedgerRow,
  refundId: string,
  wanted: DecimalInput
): Promise<void> {
  const { client, answer, verdict } = await readBooks(deps, row)
  if (verdict.kind !== "paid" && verdict.kind !== "authorized") {
    throw cannot("refund", notTaken(verdict))
  }
  const medusa = await readMedusaBooks(
    deps.database,
    "refund",
    refundId,
    row.amount.currency
  )
  const asked = toMoney(wanted, row.amount.currency)
  const amount = medusa?.this ?? (asked.ok ? asked.value : undefined)
  if (!amount || amount.minor <= 0) {
    throw cannot("refund", "the amount to give back must be above zero.")
  }
  await giveBack(deps, row, {
    client,
    answer,
    captured: verdict.captured,
    amount,
    total: medusa?.total ?? amount,
    reference: refundId,
  })
}

/**
 * Gives back everything that was taken, or releases the hold.
 *
 * @param allowed `mismatched`: a person decided that money which differs from what was registered goes back as it is there
 * @returns false while a refund is still pending
 * @throws GatewayError
 */
export async function giveEverythingBack(
  deps: MoneyDeps,
  row: LedgerRow,
  allowed: { mismatched: boolean } = { mismatched: false }
): Promise<boolean> {
  const { client, answer, verdict: judged } = await readBooks(deps, row)
  const verdict =
    allowed.mismatched && judged.kind === "mismatch"
      ? asTheGatewayHasIt(answer)
      : judged
  if (verdict?.kind !== "paid" && verdict?.kind !== "authorized") {
    throw cannot("refund", notTaken(judged))
  }
  if (verdict.captured.minor === 0) {
    await voidPayment(client, row, answer)
    return true
  }
  const { pending } = await giveBack(deps, row, {
    client,
    answer,
    captured: verdict.captured,
    amount: moneyOf(
      verdict.captured.minor - verdict.refunded.minor,
      verdict.captured.currency
    ),
    total: verdict.captured,
    reference: row.id.replace("bpcses_", "bpcref_"),
  })
  return !pending
}

/** The gateway's own totals, whatever was registered; undefined when it does not tell them. */
function asTheGatewayHasIt(answer: GatewaySession): Verdict | undefined {
  const captured = answer.captured ?? answer.payment?.amount ?? answer.amount
  return captured && (answer.phase === "paid" || answer.phase === "authorized")
    ? {
        kind: answer.phase,
        captured:
          answer.phase === "paid"
            ? captured
            : { ...captured, minor: answer.captured?.minor ?? 0 },
        refunded: answer.refunded ?? { ...captured, minor: 0 },
      }
    : undefined
}

async function giveBack(
  deps: MoneyDeps,
  row: LedgerRow,
  input: {
    client: GatewayClient
    answer: GatewaySession
    captured: Money
    amount: Money
    /** What the gateway's books must show as given back afterwards. */
    total: Money
    reference: string
  }
): Promise<{ pending: boolean }> {
  const { client, answer, amount, total } = input
  const paymentId = answer.payment?.id ?? row.gatewayPaymentId
  if (!paymentId) {
    throw paymentIdUnknown("refund")
  }
  const before = await givenBack(client, row, paymentId, answer)
  let pending = before.pending
  if (before.minor < total.minor) {
    if (before.minor + amount.minor > input.captured.minor) {
      throw cannot(
        "refund",
        `${formatMoney(input.captured)} was captured and ${formatMoney(moneyOf(before.minor, amount.currency))} was given back, so ${formatMoney(amount)} more is not possible.`
      )
    }
    const sent = await client.createRefund({
      paymentId,
      amount,
      merchantReferenceId: merchantReference(input.reference),
      idempotencyKey: input.reference,
    })
    if (sent.ok && sent.value.status === "failed") {
      throw cannot("refund", "the gateway reports that the refund failed.")
    }
    if (!sent.ok) {
      await orReadBack(
        client,
        row,
        sent.error,
        "refund",
        amount,
        async (read) => {
          const after = await givenBack(client, row, paymentId, read)
          pending = after.pending
          return after.minor >= before.minor + amount.minor
        }
      )
    } else {
      pending = sent.value.status === "pending"
    }
  }
  const refunded = moneyOf(Math.max(before.minor, total.minor), amount.currency)
  const allBack = !pending && refunded.minor >= input.captured.minor
  const known = await readSituation(deps.database, row.id)
  const orderId = known?.situation.orderId ?? undefined
  await deps.ledger.advance(row.id, {
    to: allBack ? "refunded" : row.state,
    orderId,
    // Money that went back before any order had it pays for nothing: the cart can be paid again.
    releaseClaim: allBack && orderId === undefined,
    from: ["authorized", "paid", "held", "refunded"],
    refunded,
    captured: input.captured,
    paymentId,
    nextCheckInSeconds: pending ? 300 : null,
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

/** What the gateway has given back or is giving back: the payment's total may not yet contain what is pending. */
async function givenBack(
  client: GatewayClient,
  row: LedgerRow,
  paymentId: Parameters<GatewayClient["listRefunds"]>[0],
  answer: GatewaySession
): Promise<{ minor: number; pending: boolean }> {
  const onPayment = answer.refunded?.minor ?? 0
  const list = await client.listRefunds(paymentId, {
    currency: row.amount.currency,
  })
  if (!list.ok) {
    // The list is one of the dialect's weakest parts; a gateway without it still tells its total on the payment.
    if (list.error.kind === "rejected") {
      return { minor: onPayment, pending: false }
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
    minor: Math.max(onPayment, listed),
    pending: counting.some(({ status }) => status === "pending"),
  }
}
