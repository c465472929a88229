import { BpcPaymentButton } from "medusa-payment-bpc-storefront/react"
import { type Cart } from "../shop/cart"
import { formatMoney } from "../shop/money"
import { shopConfig } from "../shop/sdk"

/** Reasons for coming back that the shopper chose. */
const CALM = new Set(["not_completed", "canceled"])

export function PaymentStep({
  cart,
  paymentError,
}: {
  cart: Cart
  paymentError: string | null
}) {
  const calm = paymentError !== null && CALM.has(paymentError)
  return (
    <div className="payment-step">
      <p>
        You pay by card on the secure page of our payment partner and come back
        here afterwards. We never see your card number.
      </p>
      <BpcPaymentButton
        {...shopConfig}
        cart={cart}
        paymentError={paymentError}
        className="primary wide"
        messageClassName={`notice ${calm ? "plain" : "bad"}`}
      >
        {({ busy }) =>
          busy
            ? "Opening the payment page …"
            : `${paymentError ? "Try again: pay" : "Pay"} ${formatMoney(cart.total, cart.currency_code)}`
        }
      </BpcPaymentButton>
    </div>
  )
}
