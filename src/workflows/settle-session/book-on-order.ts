import {
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  addOrderTransactionStep,
  createOrderCreditLinesWorkflow,
} from "@medusajs/medusa/core-flows"
import {
  type IOrderModuleService,
  type IPaymentModuleService,
  type MedusaContainer,
} from "@medusajs/framework/types"
import { MathBN, Modules } from "@medusajs/framework/utils"
import { DECIMAL_NOISE } from "../../modules/bpc/amount-due"
import { type Unbooked } from "../../modules/bpc/core-tables"
import { type LedgerRow } from "../../modules/bpc/ledger"
import type BpcModuleService from "../../modules/bpc/service"

/** What Medusa's order module has for every model of its own; its published interface lists it for some. */
type TransactionChange = {
  updateOrderTransactions(
    changes: { id: string; version: number }[]
  ): Promise<unknown>
}

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
        amount: MathBN.mult(amount, kind === "refund" ? -1 : 1),
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

/** The same for what Medusa's workflow did not come to: the refunds among them are without their credit line, too. */
export async function bookAfterAll(
  container: MedusaContainer,
  bpc: BpcModuleService,
  row: LedgerRow,
  booking: { orderId: string; rows: readonly Unbooked[] }
): Promise<void> {
  const refunds = booking.rows.filter(({ kind }) => kind === "refund")
  await bpc.operations.openCredit(
    row.id,
    refunds.map(({ id }) => id)
  )
  await bookOnOrder(container, row, booking)
}

/**
 * Adds the credit that is missing on an order, once. Medusa refuses more than it shows as outstanding, which is without the goods that it
 * expects back; the order asks for no more than that either.
 */
export async function closeCredit(
  container: MedusaContainer,
  bpc: BpcModuleService,
  { orderId, amount }: { orderId: string; amount: string }
): Promise<void> {
  const order = await bpc.queries.orderBooks(orderId)
  const credit = MathBN.min(amount, order?.pending ?? amount)
  if (MathBN.gt(credit, DECIMAL_NOISE)) {
    await addCreditLine(container, orderId, credit.toString())
  }
  await bpc.operations.closeCredit(orderId)
}

async function addCreditLine(
  container: MedusaContainer,
  orderId: string,
  amount: string
): Promise<void> {
  await createOrderCreditLinesWorkflow(container).run({
    input: {
      id: orderId,
      credit_lines: [
        {
          amount: Number(amount),
          reference: "refund",
          reference_id: orderId,
        },
      ],
    },
  })
}

/**
 * Takes off the order what it counts as refunded of a payment. The refunds that there are can be booked afterwards, each under its
 * own id: whoever is killed in between has left them unbooked.
 */
export async function takeRefundsOff(
  container: MedusaContainer,
  { orderId, paymentId }: { orderId: string; paymentId: string }
): Promise<void> {
  const orders = container.resolve<IOrderModuleService>(Modules.ORDER)
  const payments = container.resolve<IPaymentModuleService>(Modules.PAYMENT)
  const refunds = await payments.listRefunds(
    { payment_id: paymentId },
    { select: ["id"] }
  )
  const counted = await orders.listOrderTransactions(
    {
      order_id: orderId,
      reference: "refund",
      reference_id: [paymentId, ...refunds.map(({ id }) => id)],
    },
    { select: ["id"] }
  )
  if (counted.length === 0) {
    return
  }
  // Medusa takes a transaction off the summary of the order's version that it was written in; credit lines have raised the version since.
  const { version } = await orders.retrieveOrder(orderId, {
    select: ["id", "version"],
  })
  await container
    .resolve<TransactionChange>(Modules.ORDER)
    .updateOrderTransactions(counted.map(({ id }) => ({ id, version })))
  await orders.deleteOrderTransactions(counted.map(({ id }) => id))
}
