import { type Database, sql } from "../database"
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

/** SQL of the type of a change that is open on an order. @param orderId SQL of its id */
export const openChangeOf = (orderId: string): string =>
  `select change_type from order_change where order_id = ${orderId} and status in ('pending', 'requested') and deleted_at is null
   order by created_at limit 1`

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

const creditOf = (orderId: string) =>
  `(select coalesce(sum(amount), 0) from order_credit_line where order_id = ${orderId} and deleted_at is null)`

/**
 * SQL of the credit that refunds of ours left open on order `orderId`: made while another change was open, or by a workflow of Medusa's that
 * did not come to its end. Never more than the order asks for. Null where none is open; each is closed once, so that what the order comes
 * to owe later is owed.
 */
export const openCreditOf = (orderId: string, pending: string): string =>
  `select least(${pending}, (array_agg(r.credit_before order by r.created_at, r.id))[1] + sum(r.credit_due) - ${creditOf(orderId)})
   from bpc_operation r join bpc_session rs on rs.id = r.session_id
   where rs.order_id = ${orderId} and r.credit_open and r.state in ('done', 'pending')
   having count(*) > 0`

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
    due: string
    before: string
    open_change: string | null
  }>(
    database,
    `select greatest(0, coalesce((select r.amount from refund r where r.id = :refund), cast(:amount as numeric)) - greatest(0, -(${pendingOf("o")})))::text as due,
       ${creditOf("o.id")}::text as before, (${openChangeOf("o.id")}) as open_change
     from bpc_session s
     join order_payment_collection opc on opc.payment_collection_id = s.payment_collection_id and opc.deleted_at is null
     join "order" o on o.id = opc.order_id and o.status <> 'canceled'
     where s.id = :session limit 1`,
    { session: sessionId, refund: refundId, amount }
  )
  return (
    found && {
      due: found.due,
      before: found.before,
      openChange: found.open_change,
    }
  )
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
