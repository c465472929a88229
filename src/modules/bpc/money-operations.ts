import {
  type DecimalInput,
  type GatewayClient,
  type GatewayError,
  type GatewaySession,
  type Money,
  formatMoney,
  merchantReference,
  moneyOf,
  toMoney,
} from "../../gateway"
import { type Configuration } from "./configuration"
import { readMedusaBooks } from "./core-tables"
import { type Database } from "./database"
import { type GatewayClients } from "./gateway-clients"
import { type SessionLedger } from "./ledger"
import { type LedgerRow } from "./ledger-row"
import { accountGone, cannot, outcomeOpen, paymentIdUnknown } from "./refusals"
import { type Verdict, judge } from "./verdict"

type Deps = {
  database: Database
  ledger: SessionLedger
  configuration: Configuration
  clients: GatewayClients
}

type Books = { client: GatewayClient; answer: GatewaySession; verdict: Verdict }

/*
 * Captures and refunds are made idempotent by comparing totals, not by remembering attempts: Medusa commits its capture or
 * refund row before it calls the provider and removes it when the provider throws, with a new id for each try. So before
 * anything is sent the gateway's total is read, and what it already contains is not sent again. That holds for a retry after
 * a time-out, for a webhook's echo and for what was done in the gateway's portal alike. Callers hold the session's lock.
 */

/** Captures what Medusa's capture row says. @throws GatewayError */
export async function captureAtGateway(
  deps: Deps,
  row: LedgerRow,
  captureId: string | undefined
): Promise<void> {
  const { client, answer, verdict } = await readBooks(deps, row)
  if (verdict.kind !== "paid" && verdict.kind !== "authorized") {
    throw cannot("capture", notTaken(verdict))
  }
  const medusa = captureId
    ? await readMedusaBooks(deps.database, "capture", captureId, row.amount.currency)
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
  const captured = verdict.captured.minor < total.minor ? total : verdict.captured
  await deps.ledger.advance(row.id, {
    to: captured.minor >= row.amount.minor ? "paid" : row.state,
    from: ["authorized", "paid"],
    captured,
    paymentId: answer.payment?.id,
    nextCheckInSeconds: null,
    entry: { kind: "captured", details: { amount: amount.minor, total: captured.minor } },
  })
}

async function sendCapture(
  client: GatewayClient,
  call: { row: LedgerRow; answer: GatewaySession; amount: Money; captureId?: string | undefined }
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
  await orReadBack(client, call.row, sent.error, "capture", call.amount, (answer) =>
    (answer.captured?.minor ?? 0) >= before + call.amount.minor
  )
}

/** Refunds what Medusa's refund row says. @throws GatewayError */
export async function refundAtGateway(
  deps: Deps,
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

/** Gives back everything that was taken, or releases the hold. Returns false while a refund is still pending. @throws GatewayError */
export async function giveEverythingBack(deps: Deps, row: LedgerRow): Promise<boolean> {
  const { client, answer, verdict } = await readBooks(deps, row)
  if (verdict.kind !== "paid" && verdict.kind !== "authorized") {
    throw cannot("refund", notTaken(verdict))
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
      row.amount.currency
    ),
    total: verdict.captured,
    reference: row.id.replace("bpcses_", "bpcref_"),
  })
  return !pending
}

async function giveBack(
  deps: Deps,
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
  const before = await givenBack(client, paymentId, answer)
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
      await orReadBack(client, row, sent.error, "refund", amount, async (read) => {
        const after = await givenBack(client, paymentId, read)
        pending = after.pending
        return after.minor >= before.minor + amount.minor
      })
    } else {
      pending = sent.value.status === "pending"
    }
  }
  const refunded = moneyOf(Math.max(before.minor, total.minor), amount.currency)
  await deps.ledger.advance(row.id, {
    to: !pending && refunded.minor >= input.captured.minor ? "refunded" : row.state,
    from: ["authorized", "paid", "held", "refunded"],
    refunded,
    captured: input.captured,
    paymentId,
    nextCheckInSeconds: pending ? 300 : null,
    entry: {
      kind: pending ? "refund_pending" : "refunded",
      details: { amount: amount.minor, total: refunded.minor, reference: input.reference },
    },
  })
  return { pending }
}

/** What the gateway has given back or is giving back: the payment's total may not yet contain what is pending. */
async function givenBack(
  client: GatewayClient,
  paymentId: Parameters<GatewayClient["listRefunds"]>[0],
  answer: GatewaySession
): Promise<{ minor: number; pending: boolean }> {
  const onPayment = answer.refunded?.minor ?? 0
  const list = await client.listRefunds(paymentId)
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
  const listed = counting.reduce((sum, refund) => sum + (refund.amount?.minor ?? 0), 0)
  return {
    minor: Math.max(onPayment, listed),
    pending: counting.some(({ status }) => status === "pending"),
  }
}

/**
 * Stops a payment that was not captured: releases a hold, or closes an unpaid page. Never voids what is paid.
 *
 * @throws GatewayError, also when money was captured: that is refunded, not cancelled
 */
export async function cancelAtGateway(deps: Deps, row: LedgerRow): Promise<void> {
  const { client, answer, verdict } = await readBooks(deps, row)
  switch (verdict.kind) {
    case "paid":
      throw cannot("cancel", "the money was captured. Refund it instead.")
    case "mismatch":
      throw cannot("cancel", `the gateway holds ${verdict.found} where ${verdict.expected} was registered.`)
    case "unknown":
      throw cannot("cancel", `the gateway calls this payment "${verdict.words}", which we do not know.`)
    case "authorized":
      if (verdict.captured.minor > 0) {
        throw cannot("cancel", `${formatMoney(verdict.captured)} was captured. Refund it instead.`)
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

async function voidPayment(
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

/** After a call whose outcome is unknown the gateway is asked; only its own answer makes it a success. */
async function orReadBack(
  client: GatewayClient,
  row: LedgerRow,
  error: GatewayError,
  action: "capture" | "refund" | "cancel",
  amount: Money,
  done: (answer: GatewaySession) => boolean | Promise<boolean>
): Promise<void> {
  if (!error.outcomeUnknown || !row.gatewaySessionId) {
    throw error
  }
  const read = await client.readSession(row.gatewaySessionId)
  if (!read.ok || !(await done(read.value))) {
    throw outcomeOpen(action, amount, error)
  }
}

async function readBooks(deps: Deps, row: LedgerRow): Promise<Books> {
  const account = await deps.configuration.account(row.accountId)
  if (!account || !row.gatewaySessionId) {
    throw accountGone(row.mode)
  }
  const client = deps.clients.for(account)
  const answer = await client.readSession(row.gatewaySessionId)
  if (!answer.ok) {
    throw answer.error
  }
  return { client, answer: answer.value, verdict: judge(row, answer.value) }
}

function notTaken(verdict: Verdict): string {
  return verdict.kind === "mismatch"
    ? `it holds ${verdict.found} where ${verdict.expected} was registered.`
    : `no money is held or captured (${verdict.kind}).`
}
