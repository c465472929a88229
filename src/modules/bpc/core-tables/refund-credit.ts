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

const creditOf = (orderId: string) =>
  `(select coalesce(sum(amount), 0) from order_credit_line where order_id = ${orderId} and deleted_at is null)`

/**
 * SQL of the credit that refunds of ours should have left on order `orderId` and did not: Medusa failed at it, or could not make it while
 * another change was open, or is just about to. Never more than the order asks for. Null where no refund of ours is known.
 */
export const missingCreditOf = (orderId: string, pending: string): string =>
  creditShortOf(orderId, pending, "count(*) > 0")

/** The same, null while a refund is young enough for its credit line to be on its way. */
export const lostCreditOf = (orderId: string, pending: string): string =>
  creditShortOf(
    orderId,
    pending,
    "max(r.updated_at) < now() - interval '60 seconds'"
  )

const creditShortOf = (orderId: string, pending: string, having: string) =>
  `select least(${pending}, (array_agg(r.credit_before order by r.created_at, r.id))[1] + sum(r.credit_due) - ${creditOf(orderId)})
   from bpc_operation r join bpc_session rs on rs.id = r.session_id
   where rs.order_id = ${orderId} and r.kind = 'refund' and r.credit_due is not null and r.state in ('done', 'pending')
   having ${having}`

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
