import { type ReactNode } from "react"
import { Link } from "../router"
import { itemCount } from "../shop/cart"
import { type Market } from "../shop/locale"
import { useShop } from "../shop/shop-context"
import { RegionSwitch } from "./region-switch"

export function PageFrame({
  market,
  rest,
  children,
}: {
  market: Market
  rest: string[]
  children: ReactNode
}) {
  const { cart, customer } = useShop()
  const count = itemCount(cart)
  return (
    <>
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <header className="masthead">
        <Link className="wordmark" href={`/${market.country}`}>
          Kettle <i>&amp;</i> Loom
        </Link>
        <nav aria-label="Shop">
          <RegionSwitch market={market} rest={rest} />
          <Link className="account-link" href={`/${market.country}/account`}>
            {customer ? customer.first_name || "Account" : "Sign in"}
          </Link>
          <Link className="basket-link" href={`/${market.country}/basket`}>
            Basket
            <span className="count" aria-label={`${count} items`}>
              {count}
            </span>
          </Link>
        </nav>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="colophon">
        <p className="wordmark">
          Kettle <i>&amp;</i> Loom
        </p>
        <p>
          A demonstration shop for card payments through BPC Payment Gateway.
          Nothing is shipped and no card is charged: the payment page belongs to
          a sandbox on this machine.
        </p>
      </footer>
    </>
  )
}
