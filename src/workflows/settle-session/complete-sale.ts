import {
  completeCartWorkflowId,
  createPaymentSessionsWorkflow,
  processPaymentWorkflow,
} from "@medusajs/medusa/core-flows"
import { type IWorkflowEngineService } from "@medusajs/framework/types"
import {
  BigNumber,
  Modules,
  PaymentActions,
  TransactionState,
} from "@medusajs/framework/utils"
import { toDecimal } from "../../gateway"
import { type Applying, totals } from "./applying"
import { type OrderFailure } from "./order-failure"
import { type Resolution } from "./resolution"
import { completeInterruptedOrder } from "./interrupted-order"

/**
 * Medusa's own workflows make the sale: the cart becomes an order, or the money is booked on the order that asks for it.
 *
 * @returns what failed; nothing where it went through
 */
export async function completeSale(
  on: Applying,
  { as, adopt, onOrder }: Extract<Resolution, { kind: "place_order" }>
): Promise<OrderFailure[]> {
  const { container, bpc, row, situation } = on
  if (adopt) {
    const failures = failuresOf(
      await createPaymentSessionsWorkflow(container).run({
        input: {
          payment_collection_id: row.paymentCollectionId,
          provider_id: row.providerId,
        },
        throwOnError: false,
      })
    )
    if (failures.length > 0) {
      return failures
    }
    await bpc.note(row.id, { kind: "adopted" })
  }
  if (situation.cart && !onOrder) {
    const own = bpc.configuration.options.completeCartWorkflow
    const engine = container.resolve<IWorkflowEngineService>(
      Modules.WORKFLOW_ENGINE
    )
    return failuresOf(
      await runRolledBack(engine, own ?? completeCartWorkflowId, {
        id: situation.cart.id,
      })
    )
  }
  if (onOrder) {
    await completeInterruptedOrder(on)
  }
  // Of a hold that was captured in part, only that part may be booked: it is mirrored once the order stands.
  const whole = totals(on.verdict).captured.minor >= row.amount.minor
  const current = await bpc.ledger.find(row.id)
  const sessionId = current?.paymentSessionId ?? row.paymentSessionId
  const asked = await bpc.queries.amountOfPaymentSession(sessionId)
  return failuresOf(
    await processPaymentWorkflow(container).run({
      input: {
        action:
          whole && as === "paid"
            ? PaymentActions.SUCCESSFUL
            : PaymentActions.AUTHORIZED,
        data: {
          session_id: sessionId,
          amount: new BigNumber(asked ?? toDecimal(row.amount)),
        },
      },
      throwOnError: false,
    })
  )
}

const MAXIMUM_RESUMES = 3

/**
 * Runs a workflow; one that fails has rolled back what it did. On a busy machine Medusa's engine now and then stops between a parallel step
 * that failed and the roll-back (`waiting_to_compensate`): the order stays, its stock is not reserved, and the cart is locked for two minutes.
 * Run under its own id, it goes on where it stopped (orchestration, transaction-orchestrator, `beginTransaction` and `resume`).
 */
async function runRolledBack(
  engine: IWorkflowEngineService,
  workflowId: string,
  input: { id: string }
) {
  let outcome = await engine.run(workflowId, { input, throwOnError: false })
  for (
    let resumes = 0;
    resumes < MAXIMUM_RESUMES &&
    outcome.transaction.getState() === TransactionState.WAITING_TO_COMPENSATE;
    resumes++
  ) {
    const { transactionId } = outcome.transaction
    outcome = await engine.run(workflowId, {
      input,
      transactionId,
      throwOnError: false,
    })
  }
  return outcome
}

const FAILED = new Set<string>([
  TransactionState.FAILED,
  TransactionState.REVERTED,
])

function failuresOf({
  errors,
  transaction,
}: {
  errors?: { action: string; error: unknown }[]
  transaction: { getState(): string }
}): OrderFailure[] {
  const failures = (errors ?? []).map(({ action, error }) => ({
    step: action,
    error,
  }))
  return failures.length === 0 && FAILED.has(transaction.getState())
    ? [{ error: new Error("The workflow failed and did not say why") }]
    : failures
}
