import { type MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { type ResolveAction } from "../../api-schemas/vocabulary"
import { GatewayError, moneyOf } from "../../gateway"
import { BPC_MODULE } from "../../modules/bpc"
import { type Situation } from "../../modules/bpc/core-tables"
import { type LedgerRow } from "../../modules/bpc/ledger"
import type BpcModuleService from "../../modules/bpc/service"
import { judge } from "../../modules/bpc/money"
import { apply } from "../settle-session/apply"
import { finishCanceling } from "../settle-session/canceled-order"
import { decide } from "../settle-session/decide"
import { isSettled } from "../settle-session/needs-asking"
import { errorText } from "../error-text"

export type ResolveInput = {
  id: string
  action: ResolveAction
  /** Why, for whoever reads the timeline later. */
  note: string
  /** E-mail of the person. */
  by: string
}

/**
 * Carries out a person's decision about a held payment, with the note in its timeline.
 *
 * @throws MedusaError with a sentence for the person; the payment is held as before then
 */
export async function resolveSession(
  container: MedusaContainer,
  input: ResolveInput
): Promise<void> {
  const bpc = container.resolve<BpcModuleService>(BPC_MODULE)
  const found = await bpc.exclusively(input.id, async () => {
    const { row, situation } = await needingPerson(bpc, input)
    switch (input.action) {
      case "note":
        await bpc.facts.noteChargeback(row.id)
        await noteDecision(bpc, input)
        return true
      case "keep":
        break
      case "refund":
        await (ofCanceledOrder(row)
          ? refundOfCanceledOrder(container, bpc, { row, situation })
          : refund(bpc, row, situation))
        break
      case "place_order":
        await placeOrder(container, bpc, row, situation)
        break
    }
    await markResolved(bpc, input)
    return true
  })
  if (!found) {
    throw needsNobody()
  }
}

async function markResolved(
  bpc: BpcModuleService,
  input: ResolveInput
): Promise<void> {
  await bpc.ledger.markResolved(input.id, input.by)
  await noteDecision(bpc, input)
}

async function noteDecision(
  bpc: BpcModuleService,
  { id, action, note, by }: ResolveInput
): Promise<void> {
  await bpc.note(id, { kind: "resolved", details: { action, note, by } })
}

type Read = { row: LedgerRow; situation: Situation }

/** @throws MedusaError if nobody has to decide about it */
async function needingPerson(
  bpc: BpcModuleService,
  { id, action }: ResolveInput
): Promise<Read> {
  const read = await bpc.situation(id)
  if (action === "note" && read && read.row.chargedBackAt === null) {
    throw notAllowed(
      "The bank has not taken this payment back, so there is no chargeback to write about."
    )
  }
  if (!read || (action !== "note" && !needsPerson(read.row))) {
    throw needsNobody()
  }
  return read
}

function needsNobody(): MedusaError {
  return notAllowed(
    "Only a payment that is held, or whose books differ from its order's, can be resolved; this one needs nobody any more."
  )
}

/** Medusa's payment of a cancelled order has money still. */
function ofCanceledOrder(row: LedgerRow): boolean {
  return isSettled(row) && row.reason === "order_canceled"
}

async function refundOfCanceledOrder(
  container: MedusaContainer,
  bpc: BpcModuleService,
  { row, situation: { payment } }: Read
): Promise<void> {
  const kept = payment ? payment.captured.minor - payment.refunded.minor : 0
  if (!payment || payment.canceled || (kept <= 0 && row.state === "paid")) {
    throw notAllowed(
      "Medusa's payment of this order is closed, so nothing can be refunded through it. Refund in the gateway's portal, then keep it here and say so in the note."
    )
  }
  try {
    await finishCanceling(container, bpc, row, {
      paymentId: payment.id,
      amount: kept > 0 ? moneyOf(kept, row.amount.currency) : null,
    })
  } catch (error) {
    throw error instanceof MedusaError ? error : notAllowed(errorText(error))
  }
}

/** Held, or an order's payment whose books and the gateway's differ. */
function needsPerson(row: LedgerRow): boolean {
  return row.state === "held" || (isSettled(row) && row.reason !== null)
}

async function refund(
  bpc: BpcModuleService,
  row: LedgerRow,
  { payment }: Situation
): Promise<void> {
  if (isSettled(row) && (row.reason !== "refund_failed" || !payment)) {
    throw notAllowed(
      "An order has this money. Refund it on the order, so that the order's books follow; what cannot be refunded there can be in the gateway's portal, and is booked here by itself."
    )
  }
  try {
    if (isSettled(row) && payment) {
      await bpc.refundMissing(row, payment.refunded)
    } else {
      await bpc.refundInFull(row, { mismatched: true })
    }
  } catch (error) {
    throw error instanceof GatewayError ? notAllowed(error.merchant) : error
  }
}

/** The same decision as ever, made as if the payment were not held; nothing but an order may come of it. */
async function placeOrder(
  container: MedusaContainer,
  bpc: BpcModuleService,
  row: LedgerRow,
  situation: Situation
): Promise<void> {
  if (isSettled(row)) {
    throw notAllowed("This money has its order already.")
  }
  if (situation.inDoubtSince) {
    throw notAllowed(
      "A refund of this money is on its way, so no order can be placed with it. Please look again when its outcome is known."
    )
  }
  const answer = await bpc.readAtGateway(row)
  if (!answer.ok) {
    throw notAllowed(answer.error.merchant)
  }
  const released: LedgerRow = { ...row, state: "paid", reason: null }
  const verdict = judge(released, answer.value)
  const resolution = decide(released, verdict, situation)
  if (resolution.kind !== "place_order" && resolution.kind !== "record_order") {
    throw notAllowed(
      verdict.kind === "mismatch"
        ? `No order can be placed with this money: ${verdict.found} was paid where ${verdict.expected} was registered. Refund it, or keep it and settle it with the customer.`
        : "No order can be placed with this money: the cart was changed, was bought already or is gone. Refund it, or keep it and settle it with the customer."
    )
  }
  await bpc.ledger.advance(row.id, {
    to: "paid",
    from: ["held"],
    reason: null,
    nextCheckInSeconds: 60,
    entry: { kind: "checked" },
  })
  await apply(
    {
      container,
      bpc,
      row: released,
      situation,
      answer: answer.value,
      verdict,
      trigger: { door: "admin" },
      spendsTry: true,
    },
    resolution
  )
}

function notAllowed(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
}
