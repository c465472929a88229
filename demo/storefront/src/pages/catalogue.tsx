import { Notice } from "../components/notice"
import { useTitle } from "../components/title"
import { Link } from "../router"
import { useLoaded } from "../shop/load"
import { type Market } from "../shop/locale"
import { formatMoney } from "../shop/money"
import { picturePath } from "../shop/picture"
import { type Product, listProducts, priceRange } from "../shop/products"

export function CataloguePage({ market }: { market: Market }) {
  useTitle(undefined)
  const { region } = market
  const products = useLoaded(region.id, () => listProducts(region.id))
  return (
    <>
      <section className="opening">
        <h1>
          Things for <i>slow</i> mornings.
        </h1>
        <p>
          Six objects for the first hour of the day, made by people who put the
          kettle on before they start. Sent from our workshop in Leipzig.
        </p>
      </section>
      {products.state === "failed" && (
        <Notice
          tone="bad"
          action={{ label: "Try again", onClick: products.retry }}
        >
          {products.message}
        </Notice>
      )}
      <ul className="shelf" aria-busy={products.state === "loading"}>
        {products.state === "ready"
          ? products.value.map((product, index) => (
              <li key={product.id}>
                <ProductCard
                  product={product}
                  market={market}
                  first={index < 2}
                />
              </li>
            ))
          : products.state === "loading" &&
            Array.from({ length: 6 }, (_, index) => (
              <li key={index} className="placeholder" aria-hidden="true" />
            ))}
      </ul>
    </>
  )
}

function ProductCard({
  product,
  market,
  first,
}: {
  product: Product
  market: Market
  first: boolean
}) {
  const range = priceRange(product)
  return (
    <Link
      className="card"
      href={`/${market.country}/products/${product.handle}`}
    >
      <span className="picture">
        <img
          src={picturePath(product.thumbnail)}
          alt=""
          width="800"
          height="1000"
          loading={first ? "eager" : "lazy"}
        />
      </span>
      <span className="caption">
        <b>{product.title}</b>
        {range && (
          <span className="price">
            {range.varies && <small>from </small>}
            {formatMoney(range.from, market.region.currency_code)}
          </span>
        )}
        <span className="subtitle">{product.subtitle}</span>
      </span>
    </Link>
  )
}
