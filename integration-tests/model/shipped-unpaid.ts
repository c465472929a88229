import { type OrderLife } from "./order-life"
import { type AllBooks } from "./order-books"
import { type World } from "./world"

/** An order that left while the shop captures by what ships is paid, or a person was notified. */
export async function shippedIsPaidOrNotified(
  { store }: World,
  life: OrderLife,
  { order, gateway, outstanding, pages }: AllBooks,
  wrong: string[]
): Promise<void> {
  const due = life.minor(outstanding)
  if (
    !life.captures ||
    order.status === "canceled" ||
    order.left < order.units ||
    due <= 0 ||
    gateway.held === 0
  ) {
    return
  }
  const notified = await store.sql(
    `select order_id from bpc_shipped_order where order_id = $1 and notified_at is not null`,
    [life.orderId]
  )
  if (
    notified.length === 0 &&
    !pages.some((page) => page.notified && page.reason)
  ) {
    wrong.push(
      `${life.orderId} left, owes ${outstanding}, ${gateway.held} are held, and nobody was notified`
    )
  }
}
