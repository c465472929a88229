import { useEffect } from "react"
import { LineList } from "../components/line-list"
import { Notice } from "../components/notice"
import { useTitle } from "../components/title"
import { Totals } from "../components/totals"
import { Link } from "../router"
import { recallCart } from "../shop/cart"
import { useLoaded } from "../shop/load"
import { type Market } from "../shop/locale"
import { formatMoney } from "../shop/money"
import { type Order, findOrder } from "../shop/orders"
import { paymentWords } from "../shop/payment-words"
import { useShop } from "../shop/shop-context"
import { NotFoundPage } from "./not-found"

export function ConfirmationPage({
  market,
  orderId,
}: {
  market: Market
  orderId: string
}) {
  const { cart, forgetCart } = useShop()
  const order = useLoaded(orderId, () => findOrder(orderId))
  useTitle(
    order.state === "ready" ? `Order ${order.value.display_id}` : "Order"
  )

  const placed = order.state === "ready"
  useEffect(() => {
    if (placed && cart) {
      // Only the cart that has become an order is let go: this page may be an old one, opened again over a new basket.
      void recallCart()
        .then((present) => !present && forgetCart())
        .catch(() => undefined)
    }
  }, [placed, cart?.id, forgetCart])

  switch (order.state) {
    case "loading":
      return (
        <p className="waiting" role="status">
          Looking up your order …
        </p>
      )
    case "missing":
      return <NotFoundPage market={market} />
    case "failed":
      return (
        <Notice
          tone="bad"
          action={{ label: "Try again", onClick: order.retry }}
        >
          {order.message}
        </Notice>
      )
    case "ready":
      return <Confirmation order={order.value} market={market} />
  }
}

function Confirmation({ order, market }: { order: Order; market: Market }) {
  const address = order.shipping_address
  const payment = paymentWords(order.payment_status)
  return (
    <article className="confirmation">
      <p className="overline">Order confirmed</p>
      <h1>Thank you{address?.first_name ? `, ${address.first_name}` : ""}.</h1>
      <p className="lead">
        Your payment of{" "}
        <strong>{formatMoney(order.total, order.currency_code)}</strong>{" "}
        {payment.fate} Your order number is{" "}
        <strong className="order-number">No. {order.display_id}</strong>. Should
        anything come up, we will write to {order.email}.
      </p>
      <div className="columns">
        <section>
          <h2>What you ordered</h2>
          <LineList
            lines={order.items ?? []}
            currencyCode={order.currency_code}
          />
        </section>
        <aside className="summary">
          <h2>{payment.title}</h2>
          <Totals of={order} deliveryKnown />
          {address && (
            <address>
              {address.first_name} {address.last_name}
              <br />
              {address.address_1}
              <br />
              {address.postal_code} {address.city}
              <br />
              {countryName(address.country_code)}
            </address>
          )}
        </aside>
      </div>
      <p>
        <Link className="primary" href={`/${market.country}`}>
          Back to the shop
        </Link>
      </p>
    </article>
  )
}

function countryName(code: string | null | undefined): string {
  return code
    ? (new Intl.DisplayNames("en", { type: "region" }).of(code.toUpperCase()) ??
        code)
    : ""
}
