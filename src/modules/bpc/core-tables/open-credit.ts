/** SQL of the type of a change that is open on an order. @param orderId SQL of its id */
export const openChangeOf = (orderId: string): string =>
  `select change_type from order_change where order_id = ${orderId} and status in ('pending', 'requested') and deleted_at is null
   order by created_at limit 1`

/** SQL of what an order's credit lines come to. @param orderId SQL of its id */
export const creditOf = (orderId: string) =>
  `(select coalesce(sum(amount), 0) from order_credit_line where order_id = ${orderId} and deleted_at is null)`

/**
 * SQL of the credit that refunds of ours left open on an order: made while another change was open, or by a workflow of Medusa's that did not
 * come to its end. Null where none is open; each is closed once, so that what the order comes to owe later is owed. Never more of it is
 * written than the order asks for then. @param orderId SQL of its id
 */
export const openCreditOf = (orderId: string): string =>
  `select (array_agg(r.credit_before order by r.created_at, r.id))[1] + sum(r.credit_due) - ${creditOf(orderId)}
   from bpc_operation r join bpc_session rs on rs.id = r.session_id
   where rs.order_id = ${orderId} and r.credit_open and r.state in ('done', 'pending')
   having count(*) > 0`
