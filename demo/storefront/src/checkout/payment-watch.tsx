import { useEffect, useState } from "react"
import { Notice } from "../components/notice"
import { navigate } from "../router"
import { isMissing } from "../shop/error-text"
import { type Market } from "../shop/locale"
import { memory } from "../shop/memory"
import { useShop } from "../shop/shop-context"
import { paymentStatus } from "./payment"

const EAGER_MS = 2_000
const PATIENT_MS = 10_000
/** After this many answers without news the shopper has most likely just left the payment page. */
const EAGER_ANSWERS = 30

/** Finds out what became of a payment whose page was closed, and shows the order as soon as there is one. */
export function PaymentWatch({ market }: { market: Market }) {
  const { cart, forgetCart } = useShop()
  const [paid, setPaid] = useState(false)

  useEffect(() => {
    let timer: number | undefined
    let answers = 0
    let watching = true

    const ask = async () => {
      const payment = memory.payment()
      if (!payment) {
        setPaid(false)
        return
      }
      const news = await paymentStatus(payment.paymentSessionId).catch(
        (error) => (isMissing(error) ? ("unknown" as const) : undefined)
      )
      if (!watching) {
        return
      }
      if (
        news === "unknown" ||
        news?.status === "failed" ||
        news?.status === "expired"
      ) {
        memory.keepPayment(undefined)
        setPaid(false)
        return
      }
      if (news?.order_id) {
        memory.keepPayment(undefined)
        setPaid(false)
        if (!cart || cart.id === payment.cartId) {
          forgetCart()
        }
        navigate(`/${market.country}/order/${news.order_id}/confirmed`)
        return
      }
      setPaid(news?.status === "paid" || news?.status === "authorized")
      answers += 1
      timer = window.setTimeout(
        () => void ask(),
        answers < EAGER_ANSWERS ? EAGER_MS : PATIENT_MS
      )
    }

    void ask()
    // Coming back with the browser's back button may show the page as it was left, without loading it again.
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) {
        window.clearTimeout(timer)
        void ask()
      }
    }
    window.addEventListener("pageshow", onShow)
    return () => {
      watching = false
      window.clearTimeout(timer)
      window.removeEventListener("pageshow", onShow)
    }
  }, [market.country, cart?.id, forgetCart])

  return paid ? (
    <Notice tone="good" title="Your payment has arrived.">
      We are placing your order. This takes a moment; you need not pay again.
    </Notice>
  ) : null
}
