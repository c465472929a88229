import { type Buyer } from "./buyer"
import { minorOf } from "./scenario"
import { type World } from "./world"

/** An order as a clerk sees it, with the money of ours that it has; amounts in minor units. */
export type OrderView = {
  orderId: string
  paymentId: string
  page: string
  amount: number
  captured: number
  refunded: number
}

/** The order that a buyer's cart became, if our money paid for it. */
export async function orderOf(
  { store }: World,
  buyer: Buyer
): Promise<OrderView | undefined> {
  const [found] = await store.sql<OrderView>(
    `select oc.order_id as "orderId", p.id as "paymentId", p.data ->> 'id' as page, p.amount::float as amount,
       (select coalesce(sum(amount), 0)::float from capture where payment_id = p.id and deleted_at is null) as captured,
       (select coalesce(sum(amount), 0)::float from refund where payment_id = p.id and deleted_at is null) as refunded
     from order_cart oc
     join order_payment_collection opc on opc.order_id = oc.order_id and opc.deleted_at is null
     join payment p on p.payment_collection_id = opc.payment_collection_id and p.deleted_at is null
     where oc.cart_id = $1 and oc.deleted_at is null and p.provider_id = 'pp_bpc_bpc'`,
    [buyer.cart?.id]
  )
  return (
    found && {
      ...found,
      amount: minorOf(found.amount, buyer.market),
      captured: minorOf(found.captured, buyer.market),
      refunded: minorOf(found.refunded, buyer.market),
    }
  )
}
