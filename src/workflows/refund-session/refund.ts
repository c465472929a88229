import {
  type ILockingModule,
  type MedusaContainer,
} from "@medusajs/framework/types"
import { BigNumber, MedusaError, Modules } from "@medusajs/framework/utils"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { GatewayError, formatMoney, moneyOf, toDecimal } from "../../gateway"
import { BPC_MODULE } from "../../modules/bpc"
import type BpcModuleService from "../../modules/bpc/service"
import { noteRequest } from "../note-request"
import { refundCanceledOrder } from "../settle-session/canceled-order"

export type RefundSessionInput = {
  id: string
  /** Minor units; left out, all that is left. */
  amount?: number
  /** One of Medusa's refund reasons. */
  reason?: { id: string; label: string }
  note?: string
  /** Id of the admin user. */
  by: string
  /** E-mail of the same person, for the timeline. */
  actor: string
}

/**
 * Refunds a payment from its own page: through Medusa's payment when there is one, so that the order's books follow; money
 * without an order goes back directly, and only as a whole.
 *
 * @throws MedusaError with a sentence for the clerk
 */
export async function refundSession(
  container: MedusaContainer,
  input: RefundSessionInput
): Promise<void> {
  const bpc = container.resolve<BpcModuleService>(BPC_MODULE)
  const read = await bpc.situation(input.id)
  if (!read) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "There is no such payment."
    )
  }
  const { row, situation } = read
  const left = row.captured.minor - row.refunded.minor
  const amount = input.amount ?? left
  if (!Number.isSafeInteger(amount) || amount <= 0 || amount > left) {
    throw notAllowed(
      `amount must be above zero and at most ${formatMoney(moneyOf(Math.max(left, 0), row.amount.currency))}, which is what was captured and not given back yet. Nothing was sent.`
    )
  }
  if (!situation.payment && amount !== left) {
    throw notAllowed(
      "There is no order for this money, so it can only go back as a whole. Nothing was sent."
    )
  }
  await noteRequest(bpc, row.id, {
    action: "refund",
    amount: moneyOf(amount, row.amount.currency),
    refundReason: input.reason?.label,
    note: input.note,
    actor: input.actor,
  })
  if (situation.payment && situation.orderCanceled) {
    await refundCanceledOrder(container, bpc, row, {
      paymentId: situation.payment.id,
      amount: moneyOf(amount, row.amount.currency),
      reasonId: input.reason?.id,
      note: input.note,
      by: input.by,
    })
    return
  }
  if (situation.payment) {
    await refundPaymentWorkflow(container).run({
      input: {
        payment_id: situation.payment.id,
        amount: new BigNumber(toDecimal(moneyOf(amount, row.amount.currency))),
        refund_reason_id: input.reason?.id,
        note: input.note,
        created_by: input.by,
      },
    })
    return
  }
  const locking = container.resolve<ILockingModule>(Modules.LOCKING)
  try {
    await bpc.locked(row.id, locking, () => bpc.giveEverythingBack(row))
  } catch (error) {
    throw error instanceof GatewayError ? notAllowed(error.merchant) : error
  }
}

function notAllowed(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
}
