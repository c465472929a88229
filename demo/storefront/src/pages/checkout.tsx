import { type ReactNode, type RefObject, useEffect, useRef } from "react"
import { AddressStep } from "../checkout/address-step"
import { DeliveryStep } from "../checkout/delivery-step"
import { PaymentStep } from "../checkout/payment-step"
import { LineList } from "../components/line-list"
import { useTitle } from "../components/title"
import { Totals } from "../components/totals"
import { Link, navigate } from "../router"
import { type Cart } from "../shop/cart"
import { type Market, firstCountry } from "../shop/locale"
import { useShop } from "../shop/shop-context"

const STEPS = ["address", "delivery", "payment"] as const
type Step = (typeof STEPS)[number]

const TITLES: Record<Step, string> = {
  address: "Contact and address",
  delivery: "Delivery",
  payment: "Payment",
}

export function CheckoutPage({
  market,
  query,
}: {
  market: Market
  query: URLSearchParams
}) {
  useTitle("Checkout")
  const { cart, regions } = useShop()
  const cartRegion = regions.find(({ id }) => id === cart?.region_id)

  // At checkout the basket's currency counts, whatever country an old address names.
  const astray = cartRegion && cartRegion.id !== market.region.id
  useEffect(() => {
    if (astray) {
      navigate(
        `/${firstCountry(cartRegion)}/checkout?step=${query.get("step") ?? "payment"}`,
        {
          replace: true,
        }
      )
    }
  }, [astray, cartRegion, query])

  if (!cart?.items?.length) {
    return (
      <section className="alone">
        <h1>There is nothing to pay for.</h1>
        <p>Your basket is empty.</p>
        <p>
          <Link className="primary" href={`/${market.country}`}>
            Look around
          </Link>
        </p>
      </section>
    )
  }
  return (
    <section className="checkout">
      <h1>Checkout</h1>
      <div className="columns">
        <Steps
          cart={cart}
          market={market}
          step={reachable(cart, query.get("step"))}
          paymentError={query.get("payment_error")}
        />
        <aside className="summary">
          <h2>Your order</h2>
          <LineList lines={cart.items} currencyCode={cart.currency_code} />
          <Totals of={cart} deliveryKnown={hasDelivery(cart)} />
        </aside>
      </div>
    </section>
  )
}

function Steps({
  cart,
  market,
  step,
  paymentError,
}: {
  cart: Cart
  market: Market
  step: Step
  paymentError: string | null
}) {
  const heading = useFocusOn(step)
  const go = (to: Step) => navigate(`/${market.country}/checkout?step=${to}`)
  const bodies: Record<Step, ReactNode> = {
    address: (
      <AddressStep cart={cart} market={market} onDone={() => go("delivery")} />
    ),
    delivery: <DeliveryStep cart={cart} onDone={() => go("payment")} />,
    payment: <PaymentStep cart={cart} paymentError={paymentError} />,
  }
  return (
    <ol className="steps">
      {STEPS.map((name, index) => {
        const done = index < STEPS.indexOf(step)
        return (
          <li key={name} aria-current={name === step ? "step" : undefined}>
            <div className="step-head">
              <h2
                ref={name === step ? heading : undefined}
                tabIndex={name === step ? -1 : undefined}
              >
                {TITLES[name]}
              </h2>
              {done && (
                <button
                  type="button"
                  className="quiet"
                  onClick={() => go(name)}
                >
                  Change<span className="unseen"> {TITLES[name]}</span>
                </button>
              )}
            </div>
            {name === step && bodies[name]}
            {done && <p className="chosen">{summaryOf(cart, name)}</p>}
          </li>
        )
      })}
    </ol>
  )
}

/** The button of the step before is gone: whoever uses a keyboard or hears the page goes on at the heading of the step that is open now. */
function useFocusOn(step: Step): RefObject<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null)
  const open = useRef(step)
  useEffect(() => {
    if (open.current !== step) {
      open.current = step
      heading.current?.focus()
    }
  }, [step])
  return heading
}

function summaryOf(cart: Cart, step: Step): string {
  const address = cart.shipping_address
  switch (step) {
    case "address":
      return [
        cart.email,
        `${address?.first_name} ${address?.last_name}`,
        address?.address_1,
        `${address?.postal_code} ${address?.city}`,
      ].join(", ")
    case "delivery":
      return cart.shipping_methods?.map(({ name }) => name).join(", ") ?? ""
    case "payment":
      return ""
  }
}

/** The step asked for, or the first one before it that is not done. */
function reachable(cart: Cart, asked: string | null): Step {
  const wanted = STEPS.find((step) => step === asked) ?? "payment"
  if (wanted === "address" || !hasAddress(cart)) {
    return "address"
  }
  return wanted === "payment" && hasDelivery(cart) ? "payment" : "delivery"
}

function hasAddress({ email, shipping_address }: Cart): boolean {
  return Boolean(
    email && shipping_address?.address_1 && shipping_address.country_code
  )
}

function hasDelivery({ shipping_methods }: Cart): boolean {
  return Boolean(shipping_methods?.length)
}
