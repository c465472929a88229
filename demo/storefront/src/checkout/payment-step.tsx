import { useEffect, useRef, useState } from "react"
import { Notice } from "../components/notice"
import { type Cart } from "../shop/cart"
import { errorText } from "../shop/error-text"
import { formatMoney } from "../shop/money"
import { startPayment } from "./payment"
import { paymentErrorText } from "./payment-error"

export function PaymentStep({
  cart,
  paymentError,
}: {
  cart: Cart
  paymentError: string | null
}) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  // A ref, because two clicks can come before the first of them is rendered.
  const started = useRef(false)
  useEffect(() => {
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) {
        started.current = false
        setBusy(false)
      }
    }
    window.addEventListener("pageshow", onShow)
    return () => window.removeEventListener("pageshow", onShow)
  }, [])

  const pay = async () => {
    if (started.current) {
      return
    }
    started.current = true
    setBusy(true)
    setFailure(undefined)
    try {
      window.location.assign(await startPayment(cart))
    } catch (error) {
      setFailure(errorText(error))
      setBusy(false)
      started.current = false
    }
  }

  const earlier = paymentError && paymentErrorText(paymentError)
  return (
    <div className="payment-step">
      {failure ? (
        <Notice tone="bad" title="The payment could not be started.">
          {failure}
        </Notice>
      ) : (
        earlier && (
          <Notice tone="bad" title={earlier.title}>
            {earlier.text}
          </Notice>
        )
      )}
      <p>
        You pay by card on the secure page of our payment partner and come back
        here afterwards. We never see your card number.
      </p>
      <button
        type="button"
        className="primary wide"
        aria-busy={busy}
        aria-disabled={busy}
        onClick={() => void pay()}
      >
        {busy
          ? "Opening the payment page …"
          : `${earlier ? "Try again: pay" : "Pay"} ${formatMoney(cart.total, cart.currency_code)}`}
      </button>
    </div>
  )
}
