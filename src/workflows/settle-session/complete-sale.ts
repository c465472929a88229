import {
  completeCartWorkflowId,
  createPaymentSessionsWorkflowId,
  processPaymentWorkflowId,
} from "@medusajs/medusa/core-flows"
import { type IWorkflowEngineService } from "@medusajs/framework/types"
import { BigNumber, Modules, PaymentActions } from "@medusajs/framework/utils"
import { toDecimal } from "../../gateway"
import { type Applying, totals } from "./applying"
import { type OrderFailure } from "./order-failure"
import { type Resolution } from "./resolution"
import { completeLeftOrder } from "./left-order"

/**
 * Medusa's own workflows make the sale: the cart becomes an order, or the money is booked on the order that asks for it.
 *
 * @returns what failed; nothing where it went through
 */
export async function completeSale(
  on: Applying,
  { as, adopt, onOrder }: Extract<Resolution, { kind: "place_order" }>
): Promise<OrderFailure[]> {
  const { bpc, row, situation } = on
  if (adopt) {
    const failures = await run(on, createPaymentSessionsWorkflowId, {
      payment_collection_id: row.paymentCollectionId,
      provider_id: row.providerId,
    })
    if (failures.length > 0) {
      return failures
    }
    await bpc.note(row.id, { kind: "adopted" })
  }
  if (situation.cart && !onOrder) {
    const own = bpc.configuration.options.completeCartWorkflow
    return run(on, own ?? completeCartWorkflowId, { id: situation.cart.id })
  }
  if (onOrder) {
    await completeLeftOrder(on)
  }
  // Of a hold that was captured in part, only that part may be booked: it is mirrored once the order stands.
  const whole = totals(on.verdict).captured.minor >= row.amount.minor
  const current = await bpc.ledger.find(row.id)
  const sessionId = current?.paymentSessionId ?? row.paymentSessionId
  const asked = await bpc.queries.amountOfPaymentSession(sessionId)
  return run(on, processPaymentWorkflowId, {
    action:
      whole && as === "paid"
        ? PaymentActions.SUCCESSFUL
        : PaymentActions.AUTHORIZED,
    data: {
      session_id: sessionId,
      amount: new BigNumber(asked ?? toDecimal(row.amount)),
    },
  })
}

async function run(
  { container }: Applying,
  workflow: string,
  input: unknown
): Promise<OrderFailure[]> {
  const engine = container.resolve<IWorkflowEngineService>(
    Modules.WORKFLOW_ENGINE
  )
  const { errors, acknowledgement } = await engine.run(workflow, {
    input,
    throwOnError: false,
  })
  const failures = (errors ?? []).map(
    ({ action, error }: { action: string; error: unknown }) => ({
      step: action,
      error,
    })
  )
  return failures.length === 0 && acknowledgement?.hasFailed
    ? [{ error: new Error(`The workflow ${workflow} failed`) }]
    : failures
}
