import { useState } from "react"
import { Notice } from "../components/notice"
import { Quantity } from "../components/quantity"
import { useTitle } from "../components/title"
import { Link } from "../router"
import { addItem } from "../shop/cart"
import { errorText } from "../shop/error-text"
import { useLoaded } from "../shop/load"
import { type Market } from "../shop/locale"
import { formatMoney } from "../shop/money"
import { picturePath } from "../shop/picture"
import {
  type Product,
  type Variant,
  findProduct,
  priceOf,
  variantsOf,
} from "../shop/products"
import { useShop } from "../shop/shop-context"
import { NotFoundPage } from "./not-found"

export function ProductPage({
  market,
  handle,
}: {
  market: Market
  handle: string
}) {
  const { region } = market
  const product = useLoaded(`${region.id} ${handle}`, () =>
    findProduct(region.id, handle)
  )
  useTitle(product.state === "ready" ? product.value.title : undefined)
  switch (product.state) {
    case "loading":
      return (
        <p className="waiting" role="status">
          One moment …
        </p>
      )
    case "missing":
      return <NotFoundPage market={market} />
    case "failed":
      return (
        <Notice
          tone="bad"
          action={{ label: "Try again", onClick: product.retry }}
        >
          {product.message}
        </Notice>
      )
    case "ready":
      return <ProductView product={product.value} market={market} />
  }
}

function ProductView({
  product,
  market,
}: {
  product: Product
  market: Market
}) {
  const variants = variantsOf(product)
  const [chosenId, setChosenId] = useState(variants[0]?.id)
  const [quantity, setQuantity] = useState(1)
  const chosen = variants.find(({ id }) => id === chosenId)
  const price = priceOf(chosen)

  return (
    <article className="product">
      <div className="picture">
        <img
          src={picturePath(product.thumbnail)}
          alt={product.title}
          width="800"
          height="1000"
        />
      </div>
      <div className="details">
        <p className="trail">
          <Link href={`/${market.country}`}>All things</Link>
        </p>
        <h1>{product.title}</h1>
        <p className="subtitle">{product.subtitle}</p>
        <p className="price" aria-live="polite">
          {price !== undefined &&
            formatMoney(price, market.region.currency_code)}
        </p>
        {variants.length > 1 && (
          <VariantChoice
            legend={product.options?.[0]?.title ?? "Choice"}
            variants={variants}
            chosenId={chosenId}
            onChoose={setChosenId}
          />
        )}
        <AddToBasket
          market={market}
          variant={chosen}
          quantity={quantity}
          onQuantity={setQuantity}
        />
        <p className="description">{product.description}</p>
        <dl className="facts">
          <div>
            <dt>Made of</dt>
            <dd>{product.material}</dd>
          </div>
          <div>
            <dt>Delivery</dt>
            <dd>3 to 5 days, or tomorrow by express</dd>
          </div>
        </dl>
      </div>
    </article>
  )
}

function VariantChoice({
  legend,
  variants,
  chosenId,
  onChoose,
}: {
  legend: string
  variants: Variant[]
  chosenId: string | undefined
  onChoose: (id: string) => void
}) {
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      {variants.map(({ id, title }) => (
        <label key={id}>
          <input
            type="radio"
            name="variant"
            checked={id === chosenId}
            onChange={() => onChoose(id)}
          />
          <span>{title}</span>
        </label>
      ))}
    </fieldset>
  )
}

function AddToBasket({
  market,
  variant,
  quantity,
  onQuantity,
}: {
  market: Market
  variant: Variant | undefined
  quantity: number
  onQuantity: (quantity: number) => void
}) {
  const { ensureCart, setCart } = useShop()
  const [busy, setBusy] = useState(false)
  const [added, setAdded] = useState(false)
  const [failure, setFailure] = useState<string>()
  const left = variant?.manage_inventory
    ? (variant.inventory_quantity ?? 0)
    : 99

  const add = async () => {
    if (!variant || busy) {
      return
    }
    setBusy(true)
    setFailure(undefined)
    setAdded(false)
    try {
      const cart = await ensureCart(market.region.id)
      setCart(await addItem(cart.id, variant.id, quantity))
      setAdded(true)
    } catch (error) {
      setFailure(errorText(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="buy">
      <Quantity
        label="Quantity"
        value={quantity}
        max={left}
        onChange={onQuantity}
      />
      <button
        type="button"
        className="primary"
        disabled={!variant || left < 1}
        aria-busy={busy}
        onClick={() => void add()}
      >
        {left < 1 ? "Sold out" : busy ? "Adding …" : "Add to basket"}
      </button>
      <div className="outcome" aria-live="polite">
        {added && (
          <p className="added">
            It is in your basket.{" "}
            <Link href={`/${market.country}/basket`}>View basket</Link>
          </p>
        )}
        {failure && <Notice tone="bad">{failure}</Notice>}
      </div>
    </div>
  )
}
