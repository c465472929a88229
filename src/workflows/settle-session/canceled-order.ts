import {
  type IPaymentModuleService,
  type MedusaContainer,
} from "@medusajs/framework/types"
import { Modules, PaymentCollectionStatus } from "@medusajs/framework/utils"
import { type Money } from "../../gateway"
import { type LedgerRow } from "../../modules/bpc/ledger"
import type BpcModuleService from "../../modules/bpc/service"
import { bookOnOrder } from "./book-on-order"
import { type Resolution } from "./resolution"

/*
 * Medusa cancels an order whatever becomes of its money: a refund or release that its provider could not make is logged, and the
 * order is cancelled all the same (core-flows 2.21.2: refund-payments and cancel-payment steps, cancel-order workflow). And the
 * workflow that refunds an order's payment refuses a cancelled one after its money went back (create-order-refund-credit-lines),
 * so these refunds are made through the payment module, and counted on the order as Medusa's cancelling counts them.
 */

/** What a refund in Medusa's books says of its origin, for whoever reads the order. */
const CANCELED_NOTE = "The order was canceled"

/** `by`: id of the admin user; `reasonId`: of one of Medusa's refund reasons. */
export type RefundInMedusa = {
  paymentId: string
  amount: Money
  reasonId?: string
  note?: string
  by?: string
}

/**
 * Gives back, or releases, what a cancelled order has still. The caller does not hold the session's lock: our provider takes it.
 *
 * @throws Error with the provider's sentence; nothing is booked in Medusa then
 */
export async function finishCanceling(
  container: MedusaContainer,
  bpc: BpcModuleService,
  row: LedgerRow,
  {
    paymentId,
    amount,
  }: Pick<
    Extract<Resolution, { kind: "finish_canceling" }>,
    "paymentId" | "amount"
  >
): Promise<void> {
  if (amount) {
    await refundCanceledOrder(container, bpc, row, {
      paymentId,
      amount,
      note: CANCELED_NOTE,
    })
  } else {
    await releaseInMedusa(container, row, paymentId)
  }
}

/** Refunds through Medusa's payment module and counts it on the order, unless its cancelling has counted it already. */
export async function refundCanceledOrder(
  container: MedusaContainer,
  bpc: BpcModuleService,
  row: LedgerRow,
  refund: RefundInMedusa
): Promise<void> {
  await refundThroughModule(container, bpc, row, refund)
  await cancelCollection(container, row)
}

/**
 * A refund that Medusa's own workflow would not get through, since the order is cancelled or a change of it is open: the payment
 * module's part of it and the order's transaction, without the credit line.
 */
export async function refundThroughModule(
  container: MedusaContainer,
  bpc: BpcModuleService,
  row: LedgerRow,
  { paymentId, amount, reasonId, note, by }: RefundInMedusa
): Promise<void> {
  const payments = container.resolve<IPaymentModuleService>(Modules.PAYMENT)
  const before = await refundsOf(payments, paymentId)
  await payments.refundPayment({
    payment_id: paymentId,
    amount: await bpc.queries.amountInMedusa("refund", paymentId, amount),
    refund_reason_id: reasonId,
    note,
    created_by: by,
  })
  const after = await refundsOf(payments, paymentId)
  const read = await bpc.situation(row.id)
  // Those of others may be on their way to the order still.
  const rows = (read?.situation.unbooked ?? []).filter(
    ({ id }) => after.has(id) && !before.has(id)
  )
  if (read?.situation.orderId && rows.length > 0) {
    await bookOnOrder(container, row, {
      orderId: read.situation.orderId,
      rows,
    })
  }
}

async function refundsOf(
  payments: IPaymentModuleService,
  paymentId: string
): Promise<Set<string>> {
  const { refunds } = await payments.retrievePayment(paymentId, {
    relations: ["refunds"],
  })
  return new Set(refunds?.map(({ id }) => id))
}

/** Cancels the payment in Medusa, which releases the hold if it is still there. */
export async function releaseInMedusa(
  container: MedusaContainer,
  row: LedgerRow,
  paymentId: string
): Promise<void> {
  await container
    .resolve<IPaymentModuleService>(Modules.PAYMENT)
    .cancelPayment(paymentId)
  await cancelCollection(container, row)
}

/** As Medusa's own cancelling of an order does; else the order goes on to say that its money is authorised or captured. */
async function cancelCollection(
  container: MedusaContainer,
  row: LedgerRow
): Promise<void> {
  await container
    .resolve<IPaymentModuleService>(Modules.PAYMENT)
    .updatePaymentCollections(row.paymentCollectionId, {
      status: PaymentCollectionStatus.CANCELED,
    })
}
