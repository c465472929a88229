import {
  completeCartWorkflowId,
  createPaymentSessionsWorkflow,
  processPaymentWorkflow,
} from "@medusajs/medusa/core-flows"
import { type IWorkflowEngineService } from "@medusajs/framework/types"
import {
  BigNumber,
  MedusaError,
  Modules,
  PaymentActions,
} from "@medusajs/framework/utils"
import { toDecimal } from "../../gateway"
import { TOTAL_CHANGED } from "../../modules/bpc/authorize"
import { type Applied, type Applying, logger, totals } from "./applying"
import { discardLeftPayments } from "./left-payment"
import { giveBack } from "./give-back"
import { recordOrder } from "./record-order"
import { MAXIMUM_ATTEMPTS, nextAttempt } from "./schedule"

/** Errors of Medusa's that another try would meet again. */
const PERMANENT = new Set<string>([
  MedusaError.Types.INVALID_DATA,
  MedusaError.Types.NOT_ALLOWED,
  MedusaError.Types.NOT_FOUND,
  MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
  MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR,
  "insufficient_inventory",
])

/**
 * Lets Medusa place the cart's order with this money, or book it on the order that asked for it. Claims the collection for this
 * money before anything else.
 */
export async function placeOrder(
  on: Applying,
  { as, adopt }: { as: "paid" | "authorized"; adopt: boolean }
): Promise<Applied> {
  const { container, bpc, row, situation } = on
  const claimed = await bpc.ledger.claim(row.id, {
    kind: as,
    ...totals(on.verdict),
    paymentId: on.answer.payment?.id,
    paymentSessionId: situation.paymentSession?.id,
  })
  if (!claimed) {
    return "decide_again"
  }
  try {
    if (situation.cart) {
      await discardLeftPayments(container, bpc, situation.cart.id)
    }
    if (adopt) {
      await createPaymentSessionsWorkflow(container).run({
        input: {
          payment_collection_id: row.paymentCollectionId,
          provider_id: row.providerId,
        },
      })
      await bpc.note(row.id, { kind: "adopted" })
    }
    // Of a hold that was captured in part, only that part may be booked: it is mirrored once the order stands.
    const whole = totals(on.verdict).captured.minor >= row.amount.minor
    await completeSale(on, whole ? as : "authorized")
  } catch (error) {
    return orderFailed(on, error)
  }
  return recordPlacedOrder(on)
}

async function completeSale(
  { container, bpc, row, situation }: Applying,
  as: "paid" | "authorized"
): Promise<void> {
  if (situation.cart) {
    const engine = container.resolve<IWorkflowEngineService>(
      Modules.WORKFLOW_ENGINE
    )
    const { errors } = await engine.run(completeCartWorkflowId, {
      input: { id: situation.cart.id },
      throwOnError: false,
    })
    if (errors?.[0]) {
      throw errors[0].error
    }
    return
  }
  const current = await bpc.ledger.find(row.id)
  const sessionId = current?.paymentSessionId ?? row.paymentSessionId
  const asked = await bpc.queries.amountOfPaymentSession(sessionId)
  await processPaymentWorkflow(container).run({
    input: {
      action:
        as === "paid" ? PaymentActions.SUCCESSFUL : PaymentActions.AUTHORIZED,
      data: {
        session_id: sessionId,
        amount: new BigNumber(asked ?? toDecimal(row.amount)),
      },
    },
  })
}

/** There is an order now; whether it has this very money is read back, not assumed. */
async function recordPlacedOrder(on: Applying): Promise<Applied> {
  const after = await on.bpc.situation(on.row.id)
  if (!after?.situation.payment || !after.situation.orderId) {
    return "decide_again"
  }
  return recordOrder(
    { ...on, row: after.row, situation: after.situation },
    {
      as: after.row.state === "authorized" ? "authorized" : "paid",
      orderId: after.situation.orderId,
    }
  )
}

async function orderFailed(on: Applying, error: unknown): Promise<Applied> {
  const { bpc, row } = on
  const now = await bpc.situation(row.id)
  if (now?.situation.payment && now.situation.orderId) {
    return "decide_again"
  }
  // The workflow engine hands over errors as plain objects.
  const message =
    isRecord(error) && typeof error.message === "string"
      ? error.message
      : String(error)
  logger(on).warn(`[bpc] no order yet for ${row.id}: ${message}`)
  if (now && (now.row.state === "refunded" || now.row.state === "canceled")) {
    // Medusa's own roll-back gave the money back through our provider.
    await bpc.ledger.advance(row.id, {
      to: now.row.state,
      from: [now.row.state],
      reason: "order_impossible",
      releaseClaim: true,
      nextCheckInSeconds: null,
      entry: { kind: "order_failed", details: { message } },
    })
    return "done"
  }
  const permanent =
    isRecord(error) &&
    typeof error.type === "string" &&
    PERMANENT.has(error.type)
  if (!permanent && row.attempts + 1 < MAXIMUM_ATTEMPTS) {
    await bpc.ledger.checkAgain(row.id, {
      inSeconds: nextAttempt(row),
      countsAsAttempt: true,
      entry: { kind: "order_failed", details: { message } },
    })
    return "done"
  }
  await bpc.note(row.id, { kind: "order_failed", details: { message } })
  return giveBack(
    { ...on, row: now?.row ?? row },
    message === TOTAL_CHANGED
      ? "cart_changed"
      : permanent
        ? "order_impossible"
        : "no_order_after_retries"
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null
}
