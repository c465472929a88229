import { type FormEvent, useState } from "react"
import { Notice } from "../components/notice"
import { Link } from "../router"
import { type Cart, changeCart } from "../shop/cart"
import { errorText } from "../shop/error-text"
import { type Market } from "../shop/locale"
import { useShop } from "../shop/shop-context"
import { Field } from "./field"

export function AddressStep({
  cart,
  market,
  onDone,
}: {
  cart: Cart
  market: Market
  onDone: () => void
}) {
  const { customer, setCart } = useShop()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const address = cart.shipping_address
  const countries = [...(market.region.countries ?? [])].sort((one, other) =>
    (one.display_name ?? "").localeCompare(other.display_name ?? "")
  )

  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) {
      return
    }
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? "").trim()
    const entered = {
      first_name: text("first_name"),
      last_name: text("last_name"),
      address_1: text("address_1"),
      address_2: text("address_2"),
      postal_code: text("postal_code"),
      city: text("city"),
      country_code: text("country_code"),
      phone: text("phone"),
    }
    setBusy(true)
    setFailure(undefined)
    try {
      setCart(
        await changeCart(cart.id, {
          email: text("email"),
          shipping_address: entered,
          billing_address: entered,
        })
      )
      onDone()
    } catch (error) {
      setFailure(errorText(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className="address-step" onSubmit={(event) => void save(event)}>
      <p className="who wide">
        {customer ? (
          <>
            You are signed in as {customer.first_name} {customer.last_name}; you
            will find this order in your account.
          </>
        ) : (
          <>
            You order as a guest. Been here before?{" "}
            <Link href={`/${market.country}/account?next=checkout`}>
              Sign in
            </Link>
          </>
        )}
      </p>
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="email"
        required
        defaultValue={cart.email ?? customer?.email}
        wide
      />
      <Field
        label="First name"
        name="first_name"
        autoComplete="given-name"
        required
        defaultValue={address?.first_name ?? customer?.first_name}
      />
      <Field
        label="Last name"
        name="last_name"
        autoComplete="family-name"
        required
        defaultValue={address?.last_name ?? customer?.last_name}
      />
      <Field
        label="Street and number"
        name="address_1"
        autoComplete="address-line1"
        required
        defaultValue={address?.address_1}
        wide
      />
      <Field
        label="Floor, flat, company"
        optional
        name="address_2"
        autoComplete="address-line2"
        defaultValue={address?.address_2}
        wide
      />
      <Field
        label="Postal code"
        name="postal_code"
        autoComplete="postal-code"
        required
        defaultValue={address?.postal_code}
      />
      <Field
        label="City"
        name="city"
        autoComplete="address-level2"
        required
        defaultValue={address?.city}
      />
      <label className="field">
        <span>Country</span>
        <select
          name="country_code"
          autoComplete="country"
          defaultValue={address?.country_code ?? market.country}
        >
          {countries.map(({ iso_2, display_name }) => (
            <option key={iso_2} value={iso_2}>
              {display_name}
            </option>
          ))}
        </select>
      </label>
      <Field
        label="Telephone"
        optional
        name="phone"
        type="tel"
        autoComplete="tel"
        defaultValue={address?.phone}
      />
      {failure && <Notice tone="bad">{failure}</Notice>}
      <button type="submit" className="primary wide" aria-busy={busy}>
        {busy ? "Saving …" : "Continue to delivery"}
      </button>
    </form>
  )
}
