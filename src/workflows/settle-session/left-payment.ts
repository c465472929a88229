import { Modules } from "@medusajs/framework/utils"
import { type Applying } from "./applying"
import { underCartLock } from "./cart-lock"

/** What Medusa's payment module has for every model of its own; its published interface lists it for some. */
type PaymentRemoval = { softDeletePayments(ids: string[]): Promise<unknown> }

/**
 * A completion of the cart authorised the money and failed before the order. Its payment would stay beside the one that the order gets
 * and count the same money twice, or be taken for granted by the next completion, which then asks our provider nothing and places
 * an order whatever the cart has become since: it is taken out of Medusa's books.
 *
 * Under the cart's own lock, since only a completion that is not under way any more can have left something behind.
 */
export async function discardLeftPayment({
  container,
  bpc,
  row,
  situation,
}: Applying): Promise<void> {
  const { cart } = situation
  if (!cart || !situation.payment) {
    return
  }
  await underCartLock(container, cart.id, async () => {
    const now = (await bpc.situation(row.id))?.situation
    const left = now?.payment
    if (!left || left.canceled || left.refunded.minor > 0 || now.orderId) {
      return
    }
    const payments = container.resolve<PaymentRemoval>(Modules.PAYMENT)
    await payments.softDeletePayments([left.id])
    await bpc.note(row.id, {
      kind: "started_again",
      details: { payment_id: left.id },
    })
  })
}
