/**
 * SQL of a text that is another one once anything changed that `amountDue` may depend on: the order's version moves with every edit,
 * return, exchange, claim and credit line, its summary with every transaction. It says nothing about amounts. @param id SQL of the order's id
 */
export const orderMark = (id: string) => `(
  select concat_ws(':', o.version, o.status = 'canceled', os.pending, books.amount, books.payments, books.canceled)
  from "order" o
  left join lateral (
    select s.totals ->> 'pending_difference' as pending from order_summary s
    where s.order_id = o.id and s.version = o.version and s.deleted_at is null order by s.created_at desc limit 1) os on true
  left join lateral (
    select sum(pc.amount) as amount, (select count(*) from payment p where p.payment_collection_id = any(array_agg(pc.id)) and p.deleted_at is null) as payments,
      (select count(*) from payment p where p.payment_collection_id = any(array_agg(pc.id)) and p.deleted_at is null and p.canceled_at is not null) as canceled
    from order_payment_collection opc join payment_collection pc on pc.id = opc.payment_collection_id
    where opc.order_id = o.id and opc.deleted_at is null and pc.deleted_at is null) books on true
  where o.id = ${id})`

/** SQL: open pages of orders that changed since the page was last looked at. */
export const CHANGED_PAGES = `select id from bpc_session page where page.state = 'open' and page.retired_at is null
  and page.for_order_id is not null and page.order_mark is distinct from ${orderMark("page.for_order_id")}`
