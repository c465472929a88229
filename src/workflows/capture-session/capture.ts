import { type MedusaContainer } from "@medusajs/framework/types"
import { BigNumber, MedusaError } from "@medusajs/framework/utils"
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import { formatMoney, moneyOf } from "../../gateway"
import { BPC_MODULE } from "../../modules/bpc"
import { type Situation } from "../../modules/bpc/core-tables"
import { type LedgerRow } from "../../modules/bpc/ledger"
import { ORDER_CANCELED } from "../../modules/bpc/refusals"
import type BpcModuleService from "../../modules/bpc/service"
import { noteRequest } from "../note-request"

export type CaptureSessionInput = {
  id: string
  /** Minor units; left out, all that is still held. */
  amount?: number
  note?: string
  /** Id of the admin user. */
  by: string
  /** E-mail of the same person, for the timeline. */
  actor: string
}

/**
 * Captures a payment from its own page, through Medusa's workflow, so that the order's books follow.
 *
 * @throws MedusaError with a sentence for the clerk; nothing was sent unless it says so
 */
export async function captureSession(
  container: MedusaContainer,
  input: CaptureSessionInput
): Promise<void> {
  const bpc = container.resolve<BpcModuleService>(BPC_MODULE)
  const found = await bpc.exclusively(input.id, async () => {
    const read = await bpc.situation(input.id)
    if (read) {
      await captureLocked(container, bpc, { ...read, input })
    }
    return true
  })
  if (!found) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "There is no such payment."
    )
  }
}

async function captureLocked(
  container: MedusaContainer,
  bpc: BpcModuleService,
  {
    row,
    situation,
    input,
  }: { row: LedgerRow; situation: Situation; input: CaptureSessionInput }
): Promise<void> {
  const payment = capturable(row, situation)
  const { currency } = row.amount
  // Another clerk's capture may be in one of the two books only.
  const captured = Math.max(row.captured.minor, payment.captured.minor)
  const left = row.amount.minor - captured
  const amount = input.amount ?? left
  if (!Number.isSafeInteger(amount) || amount <= 0 || amount > left) {
    throw notAllowed(
      `amount must be above zero and at most ${formatMoney(moneyOf(Math.max(left, 0), currency))}, which is what is held on the card and not captured yet. Nothing was sent.`
    )
  }
  await noteRequest(bpc, row.id, {
    action: "capture",
    amount: moneyOf(amount, currency),
    note: input.note,
    actor: input.actor,
  })
  await capturePaymentWorkflow(container).run({
    input: {
      payment_id: payment.id,
      captured_by: input.by,
      // Medusa's own total may have digits below the smallest unit; only Medusa can name all of it.
      amount:
        amount === row.amount.minor
          ? undefined
          : new BigNumber(
              await bpc.queries.amountInMedusa(
                "capture",
                payment.id,
                moneyOf(amount, currency)
              )
            ),
    },
  })
}

/** Medusa's payment through which the hold can be captured. @throws MedusaError that says why there is none */
function capturable(
  row: LedgerRow,
  { payment, orderCanceled }: Situation
): NonNullable<Situation["payment"]> {
  if (orderCanceled || payment?.canceled) {
    throw notAllowed(ORDER_CANCELED.capture)
  }
  if (row.state !== "authorized") {
    throw notAllowed(`${nothingHeld(row)} Nothing was sent.`)
  }
  if (!payment) {
    throw notAllowed(
      "There is no order for this money yet, so it cannot be captured. The order is placed by itself; if that takes longer than some minutes, use “Check now”. Nothing was sent."
    )
  }
  return payment
}

function nothingHeld({ state, captured }: LedgerRow): string {
  switch (state) {
    case "paid":
    case "refunded":
      return `${formatMoney(captured)} of this payment was captured already, and nothing more is held on the card.`
    case "held":
      return "A person has to decide about this payment first: use “Resolve”."
    case "canceled":
      return "The hold of this payment was released, so there is nothing to capture."
    default:
      return "Nobody has paid on this page, so there is nothing to capture."
  }
}

function notAllowed(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
}
