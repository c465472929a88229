import { useTitle } from "../components/title"
import { Link } from "../router"
import { type Market } from "../shop/locale"

export function NotFoundPage({ market }: { market: Market }) {
  useTitle("Not found")
  return (
    <section className="alone">
      <h1>There is nothing on this shelf.</h1>
      <p>The page has moved, or it never was.</p>
      <p>
        <Link className="primary" href={`/${market.country}`}>
          Back to the shop
        </Link>
      </p>
    </section>
  )
}
