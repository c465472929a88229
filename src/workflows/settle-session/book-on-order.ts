import {
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { addOrderTransactionStep } from "@medusajs/medusa/core-flows"
import { type MedusaContainer } from "@medusajs/framework/types"
import { type Unbooked } from "../../modules/bpc/core-tables"
import { type LedgerRow } from "../../modules/bpc/ledger-row"

type BookOnOrderInput = {
  orderId: string
  currencyCode: string
  rows: Unbooked[]
}

/**
 * Counts captures and refunds of an order's payment on the order, as Medusa's own capture and refund workflows do in their last
 * step, when Medusa was killed before it. The step leaves out what the order counts already.
 */
export const bookOnOrderWorkflow = createWorkflow(
  "bpc-book-on-order",
  (input: WorkflowData<BookOnOrderInput>) => {
    const transactions = transform({ input }, ({ input: { rows, ...order } }) =>
      rows.map(({ kind, id, amount }) => ({
        order_id: order.orderId,
        amount: kind === "refund" ? -Number(amount) : Number(amount),
        currency_code: order.currencyCode,
        reference: kind,
        reference_id: id,
      }))
    )
    return new WorkflowResponse(addOrderTransactionStep(transactions))
  }
)

/** Runs `bookOnOrderWorkflow` for captures and refunds of one session's payment. */
export async function bookOnOrder(
  container: MedusaContainer,
  row: LedgerRow,
  { orderId, rows }: { orderId: string; rows: readonly Unbooked[] }
): Promise<void> {
  await bookOnOrderWorkflow(container).run({
    input: {
      orderId,
      currencyCode: row.amount.currency.toLowerCase(),
      rows: [...rows],
    },
  })
}
