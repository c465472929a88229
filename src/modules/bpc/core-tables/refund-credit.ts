import Big from "bignumber.js"
import { type ItemFacts, pendingShown } from "../amount-due"
import { type Database, sql } from "../database"
import { EXPECTED_BACK } from "./order-facts"
import { creditOf, openChangeOf } from "./open-credit"
import { pendingOf } from "./order-summary"

/*
 * Medusa's refund of an order writes a credit line beside the refund, so that the order does not ask for the money again: of the whole amount,
 * or of what exceeds that which the order owes the shopper (core-flows, refund-payment workflow). A credit line is a change of the order,
 * and fails while another change is pending or requested (order module, createOrderChange). Amounts here are Medusa's decimals in
 * major units.
 */

/** What Medusa's credit line for a refund will be, and what the order's credit lines come to before it. */
export type RefundCredit = { due: string; before: string }

export type RefundCreditContext = RefundCredit & {
  /** A change of the order is open (`edit`, `return_request`, `exchange`, `claim` …); null if none is. */
  openChange: string | null
}

export async function readOpenChange(
  database: Database,
  orderId: string
): Promise<string | undefined> {
  const [found] = await sql<{ change_type: string }>(
    database,
    openChangeOf(":order"),
    { order: orderId }
  )
  return found?.change_type
}

/**
 * Reads it for a refund that is about to be made; the caller holds the order's lease.
 *
 * @param refund `amount`: where Medusa has no row of it
 * @returns undefined if the payment has no order, or a cancelled one, whose credit Medusa counts in its own way
 */
export async function readRefundCredit(
  database: Database,
  sessionId: string,
  { refundId, amount }: { refundId: string; amount: string }
): Promise<RefundCreditContext | undefined> {
  const [found] = await sql<{
    amount: string
    pending: string | null
    items: readonly ItemFacts[]
    before: string
    open_change: string | null
  }>(
    database,
    `select coalesce((select r.amount from refund r where r.id = :refund), cast(:amount as numeric))::text as amount,
       (${pendingOf("o")})::text as pending, (${EXPECTED_BACK}) as items,
       ${creditOf("o.id")}::text as before, (${openChangeOf("o.id")}) as open_change
     from bpc_session s
     join order_payment_collection opc on opc.payment_collection_id = s.payment_collection_id and opc.deleted_at is null
     join "order" o on o.id = opc.order_id and o.status <> 'canceled'
     where s.id = :session limit 1`,
    { session: sessionId, refund: refundId, amount }
  )
  return (
    found && {
      due: creditDue(found),
      before: found.before,
      openChange: found.open_change,
    }
  )
}

/** As Medusa's workflow counts it: by the difference that it shows, which is without the goods that it expects back. Pure. */
export function creditDue({
  amount,
  pending,
  items,
}: {
  amount: string
  pending: string | null
  items: readonly ItemFacts[]
}): string {
  const owedToShopper = Big.max(
    0,
    new Big(pendingShown(pending, items)).negated()
  )
  return Big.max(0, new Big(amount).minus(owedToShopper)).toFixed()
}

/** What Medusa writes on the refund of a completion that it rolls back (core-flows, compensate-payment-if-needed step). */
const ROLL_BACK_NOTE = "Refunded due to cart completion failure"

/** Whether a refund of Medusa's is nobody's wish, but the roll-back of a completion. */
export async function isOfRollBack(
  database: Database,
  refundId: string
): Promise<boolean> {
  const rows = await sql(
    database,
    `select 1 from refund where id = :id and note = :note`,
    { id: refundId, note: ROLL_BACK_NOTE }
  )
  return rows.length > 0
}
