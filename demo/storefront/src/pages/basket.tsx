import { useState } from "react"
import { Notice } from "../components/notice"
import { Quantity } from "../components/quantity"
import { useTitle } from "../components/title"
import { Totals } from "../components/totals"
import { Link } from "../router"
import { type Cart, changeQuantity } from "../shop/cart"
import { errorText } from "../shop/error-text"
import { type Market } from "../shop/locale"
import { formatMoney } from "../shop/money"
import { picturePath } from "../shop/picture"
import { useShop } from "../shop/shop-context"

export function BasketPage({ market }: { market: Market }) {
  useTitle("Your basket")
  const { cart } = useShop()
  if (!cart?.items?.length) {
    return (
      <section className="alone">
        <h1>Your basket is empty.</h1>
        <p>
          <Link className="primary" href={`/${market.country}`}>
            Look around
          </Link>
        </p>
      </section>
    )
  }
  return (
    <section className="basket">
      <h1>Your basket</h1>
      <div className="columns">
        <BasketLines cart={cart} market={market} />
        <aside className="summary">
          <h2>Summary</h2>
          <Totals
            of={cart}
            deliveryKnown={Boolean(cart.shipping_methods?.length)}
          />
          <Link
            className="primary wide"
            href={`/${market.country}/checkout?step=address`}
          >
            Go to checkout
          </Link>
        </aside>
      </div>
    </section>
  )
}

function BasketLines({ cart, market }: { cart: Cart; market: Market }) {
  const { setCart } = useShop()
  const [changing, setChanging] = useState<string>()
  const [failure, setFailure] = useState<string>()

  const change = async (itemId: string, quantity: number) => {
    setChanging(itemId)
    setFailure(undefined)
    try {
      setCart(await changeQuantity(cart.id, itemId, quantity))
    } catch (error) {
      setFailure(errorText(error))
    } finally {
      setChanging(undefined)
    }
  }

  return (
    <div>
      {failure && <Notice tone="bad">{failure}</Notice>}
      <ul className="basket-lines">
        {cart.items?.map((item) => (
          <li key={item.id} aria-busy={changing === item.id}>
            <Link
              href={`/${market.country}/products/${item.product_handle}`}
              aria-label={item.product_title ?? item.title}
            >
              <img
                src={picturePath(item.thumbnail)}
                alt=""
                width="96"
                height="120"
              />
            </Link>
            <div className="what">
              <b>{item.product_title}</b>
              <small>{item.variant_title}</small>
              <small>
                {formatMoney(item.unit_price, cart.currency_code)} each
              </small>
            </div>
            <Quantity
              label={`Quantity of ${item.product_title}`}
              value={item.quantity}
              disabled={changing !== undefined}
              onChange={(quantity) => void change(item.id, quantity)}
            />
            <span className="price">
              {formatMoney(item.total ?? 0, cart.currency_code)}
            </span>
            <button
              type="button"
              className="quiet remove"
              disabled={changing !== undefined}
              aria-label={`Remove ${item.product_title}`}
              onClick={() => void change(item.id, 0)}
            >
              Remove
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
