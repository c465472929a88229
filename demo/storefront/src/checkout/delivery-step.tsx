import { type FormEvent, useState } from "react"
import { Notice } from "../components/notice"
import { type Cart, chooseDelivery } from "../shop/cart"
import { errorText } from "../shop/error-text"
import { useLoaded } from "../shop/load"
import { formatMoney } from "../shop/money"
import { sdk } from "../shop/sdk"
import { useShop } from "../shop/shop-context"

export function DeliveryStep({
  cart,
  onDone,
}: {
  cart: Cart
  onDone: () => void
}) {
  const { setCart } = useShop()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const options = useLoaded(
    `${cart.id} ${cart.region_id} ${cart.shipping_address?.country_code}`,
    async () => {
      const { shipping_options } = await sdk.store.fulfillment.listCartOptions({
        cart_id: cart.id,
      })
      return shipping_options.sort((one, other) => one.amount - other.amount)
    }
  )

  if (options.state === "loading") {
    return <p role="status">Looking up how we can send it …</p>
  }
  if (options.state === "failed" || options.state === "missing") {
    return (
      <Notice
        tone="bad"
        action={{ label: "Try again", onClick: options.retry }}
      >
        {options.state === "failed" ? options.message : "Please try again."}
      </Notice>
    )
  }
  if (options.value.length === 0) {
    return (
      <Notice tone="bad">
        We do not deliver to this address yet. Please choose another one.
      </Notice>
    )
  }

  const present = cart.shipping_methods?.[0]?.shipping_option_id
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const chosen = new FormData(event.currentTarget).get("option")
    if (busy || typeof chosen !== "string") {
      return
    }
    setBusy(true)
    setFailure(undefined)
    try {
      if (chosen !== present) {
        setCart(await chooseDelivery(cart.id, chosen))
      }
      onDone()
    } catch (error) {
      setFailure(errorText(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className="delivery-step" onSubmit={(event) => void save(event)}>
      <fieldset>
        <legend className="unseen">Delivery</legend>
        {options.value.map((option, index) => (
          <label key={option.id} className="option">
            <input
              type="radio"
              name="option"
              value={option.id}
              required
              defaultChecked={present ? option.id === present : index === 0}
            />
            <span className="what">
              <b>{option.name}</b>
              <small>{option.type?.description}</small>
            </span>
            <span className="price">
              {formatMoney(option.amount, cart.currency_code)}
            </span>
          </label>
        ))}
      </fieldset>
      {failure && <Notice tone="bad">{failure}</Notice>}
      <button type="submit" className="primary wide" aria-busy={busy}>
        {busy ? "Saving …" : "Continue to payment"}
      </button>
    </form>
  )
}
