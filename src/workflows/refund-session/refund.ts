import { type MedusaContainer } from "@medusajs/framework/types"
import { BigNumber, MedusaError } from "@medusajs/framework/utils"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { GatewayError, formatMoney, moneyOf } from "../../gateway"
import { BPC_MODULE } from "../../modules/bpc"
import { type LedgerRow } from "../../modules/bpc/ledger"
import type BpcModuleService from "../../modules/bpc/service"
import { noteRequest } from "../note-request"
import { underCartLock } from "../settle-session/cart-lock"
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
  const found = await bpc.exclusively(input.id, async (row) => {
    await refundLocked(container, bpc, row, input)
    return true
  })
  if (!found) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "There is no such payment."
    )
  }
}

/** What was on the clerk's page may be old; what is refunded is decided from what is true under the leases. */
async function refundLocked(
  container: MedusaContainer,
  bpc: BpcModuleService,
  row: LedgerRow,
  input: RefundSessionInput
): Promise<void> {
  const left = row.captured.minor - row.refunded.minor
  const minor = input.amount ?? left
  if (!Number.isSafeInteger(minor) || minor <= 0 || minor > left) {
    throw notAllowed(
      `amount must be above zero and at most ${formatMoney(moneyOf(Math.max(left, 0), row.amount.currency))}, which is what was captured and not given back yet. Nothing was sent.`
    )
  }
  const amount = moneyOf(minor, row.amount.currency)
  const read = await bpc.situation(row.id)
  const { payment, orderCanceled } = read?.situation ?? {}
  const isOfOrder = payment && (orderCanceled || read?.situation.orderId)
  if (!isOfOrder && minor !== left) {
    throw notAllowed(
      "There is no order for this money, so it can only go back as a whole. Nothing was sent."
    )
  }
  await noteRequest(bpc, row.id, {
    action: "refund",
    amount,
    refundReason: input.reason?.label,
    note: input.note,
    actor: input.actor,
  })
  if (isOfOrder && orderCanceled) {
    await refundCanceledOrder(container, bpc, row, {
      paymentId: payment.id,
      amount,
      reasonId: input.reason?.id,
      note: input.note,
      by: input.by,
    })
  } else if (isOfOrder) {
    await refundPaymentWorkflow(container).run({
      input: {
        payment_id: payment.id,
        amount: new BigNumber(
          await bpc.queries.amountInMedusa("refund", payment.id, amount)
        ),
        refund_reason_id: input.reason?.id,
        note: input.note,
        created_by: input.by,
      },
    })
  } else {
    await refundWithoutOrder(container, bpc, row)
  }
}

/** Money that no order has goes back directly, unless a completion of the cart that is under way elsewhere gives it an order. */
async function refundWithoutOrder(
  container: MedusaContainer,
  bpc: BpcModuleService,
  row: LedgerRow
): Promise<void> {
  if (!(await markForRefund(container, bpc, row))) {
    throw notAllowed(
      "An order is being placed with this money right now. Nothing was sent. Please look again in a moment and refund it on the order."
    )
  }
  try {
    await bpc.refundInFull(row)
  } catch (error) {
    throw error instanceof GatewayError ? notAllowed(error.merchant) : error
  }
}

/** From here on no completion of the cart gets this money: `authorize` refuses what is being given back. */
async function markForRefund(
  container: MedusaContainer,
  bpc: BpcModuleService,
  row: LedgerRow
): Promise<boolean> {
  const mark = async () => {
    const now = await bpc.situation(row.id)
    if (!now || (now.situation.payment && now.situation.orderId)) {
      return false
    }
    const { state } = now.row
    if (state !== "paid" && state !== "authorized") {
      return true
    }
    const marked = await bpc.ledger.advance(row.id, {
      to: state,
      from: [state],
      reason: "refund_requested",
      releaseClaim: true,
      nextCheckInSeconds: 60,
      entry: { kind: "checked" },
    })
    return marked !== undefined
  }
  return row.cartId ? underCartLock(container, row.cartId, mark) : mark()
}

function notAllowed(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
}
