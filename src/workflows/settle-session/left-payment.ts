import { type ILockingModule } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { type Applying } from "./applying"

/** How long a completion of the same cart may go on before ours; Medusa's own waits for 30 seconds. */
const CART_LOCK_TIMEOUT_SECONDS = 40

/** What Medusa's payment module has for every model of its own; its published interface lists it for some. */
type PaymentRemoval = { softDeletePayments(ids: string[]): Promise<unknown> }

/**
 * A completion of the cart authorised the money and failed before the order, because the shopper started again meanwhile. Its payment
 * would stay beside the one that the order gets, and count the same money twice: it is taken out of Medusa's books.
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
  if (!cart || !situation.payment || situation.payment.foundAgain) {
    return
  }
  const locking = container.resolve<ILockingModule>(Modules.LOCKING)
  await locking.execute(
    [cart.id],
    async () => {
      const now = (await bpc.situation(row.id))?.situation
      const left = now?.payment
      const mustStay =
        !left || left.foundAgain || left.canceled || left.refunded.minor > 0
      if (mustStay || now?.orderId) {
        return
      }
      const payments = container.resolve<PaymentRemoval>(Modules.PAYMENT)
      await payments.softDeletePayments([left.id])
      await bpc.note(row.id, {
        kind: "started_again",
        details: { payment_id: left.id },
      })
    },
    { timeout: CART_LOCK_TIMEOUT_SECONDS }
  )
}
