import { SignInForms } from "../account/sign-in-forms"
import { Notice } from "../components/notice"
import { useTitle } from "../components/title"
import { Link, navigate } from "../router"
import { type Customer, ordersOfCustomer, signOut } from "../shop/customer"
import { useLoaded } from "../shop/load"
import { type Market } from "../shop/locale"
import { formatMoney } from "../shop/money"
import { type Order } from "../shop/orders"
import { picturePath } from "../shop/picture"
import { useShop } from "../shop/shop-context"

export function AccountPage({
  market,
  next,
}: {
  market: Market
  /** `checkout`: where a customer goes on after signing in. */
  next: string | null
}) {
  useTitle("Your account")
  const { customer, setCustomer } = useShop()
  if (!customer) {
    return (
      <section className="account">
        <div className="greeting">
          <h1>Your account</h1>
          <p>
            Keeps your orders together. You need none to buy here: guests are as
            welcome.
          </p>
        </div>
        <SignInForms
          onDone={(signedIn) => {
            setCustomer(signedIn)
            if (next === "checkout") {
              navigate(`/${market.country}/checkout?step=address`, {
                replace: true,
              })
            }
          }}
        />
      </section>
    )
  }
  return (
    <section className="account">
      <div className="greeting">
        <h1>Hello{customer.first_name ? `, ${customer.first_name}` : ""}.</h1>
        <p>
          Signed in as {customer.email}.{" "}
          <button
            type="button"
            className="quiet"
            onClick={() => void signOut().then(() => setCustomer(undefined))}
          >
            Sign out
          </button>
        </p>
      </div>
      <h2>Your orders</h2>
      <Orders customer={customer} market={market} />
    </section>
  )
}

function Orders({ customer, market }: { customer: Customer; market: Market }) {
  const orders = useLoaded(customer.id, ordersOfCustomer)
  switch (orders.state) {
    case "loading":
      return <p role="status">Looking them up …</p>
    case "missing":
      return null
    case "failed":
      return (
        <Notice
          tone="bad"
          action={{ label: "Try again", onClick: orders.retry }}
        >
          {orders.message}
        </Notice>
      )
    case "ready":
      return orders.value.length > 0 ? (
        <ul className="orders">
          {orders.value.map((order) => (
            <OrderLine key={order.id} order={order} market={market} />
          ))}
        </ul>
      ) : (
        <p>
          There are none yet.{" "}
          <Link href={`/${market.country}`}>Look around</Link>
        </p>
      )
  }
}

function OrderLine({ order, market }: { order: Order; market: Market }) {
  const placed = new Date(order.created_at).toLocaleDateString("en", {
    dateStyle: "long",
  })
  return (
    <li>
      <Link href={`/${market.country}/order/${order.id}/confirmed`}>
        <span className="pictures">
          {order.items?.slice(0, 3).map((item) => (
            <img
              key={item.id}
              src={picturePath(item.thumbnail)}
              alt=""
              width="44"
              height="55"
            />
          ))}
        </span>
        <span className="what">
          <b>No. {order.display_id}</b>
          <small>{placed}</small>
        </span>
        <span className="price">
          {formatMoney(order.total, order.currency_code)}
        </span>
      </Link>
    </li>
  )
}
