import { useState } from "react"
import { navigate, useAddress } from "../router"
import { errorText } from "../shop/error-text"
import { type Market, firstCountry } from "../shop/locale"
import { useShop } from "../shop/shop-context"

/** Where the goods go decides the currency; the basket follows. */
export function RegionSwitch({
  market,
  rest,
}: {
  market: Market
  rest: string[]
}) {
  const { regions, changeRegion } = useShop()
  const { query } = useAddress()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  // An order keeps its currency.
  if (rest[0] === "order") {
    return null
  }

  const choose = async (id: string) => {
    const region = regions.find((candidate) => candidate.id === id)
    if (!region) {
      return
    }
    setBusy(true)
    setFailure(undefined)
    try {
      await changeRegion(region.id)
      const search =
        rest[0] === "checkout" || query.size === 0 ? "" : `?${query}`
      navigate(`/${[firstCountry(region), ...rest].join("/")}${search}`)
    } catch (error) {
      setFailure(errorText(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <label className="region-switch">
      <span className="unseen">Ship to</span>
      <select
        value={market.region.id}
        disabled={busy}
        onChange={(event) => void choose(event.target.value)}
      >
        {regions.map(({ id, name, currency_code }) => (
          <option key={id} value={id}>
            {name} · {currency_code.toUpperCase()}
          </option>
        ))}
      </select>
      {failure && <span role="alert">{failure}</span>}
    </label>
  )
}
