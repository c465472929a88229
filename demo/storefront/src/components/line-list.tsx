import { formatMoney } from "../shop/money"
import { picturePath } from "../shop/picture"

type Line = {
  id: string
  title: string
  product_title?: string | null
  variant_title?: string | null
  thumbnail?: string | null
  quantity: number
  unit_price: number
  total?: number
}

/** The lines of a cart or an order, to be read and not changed. */
export function LineList({
  lines,
  currencyCode,
}: {
  lines: Line[]
  currencyCode: string
}) {
  return (
    <ul className="lines">
      {lines.map((line) => (
        <li key={line.id}>
          <img
            src={picturePath(line.thumbnail)}
            alt=""
            width="56"
            height="70"
          />
          <span className="what">
            <b>{line.product_title ?? line.title}</b>
            <small>
              {line.variant_title} · {line.quantity} ×{" "}
              {formatMoney(line.unit_price, currencyCode)}
            </small>
          </span>
          <span className="price">
            {formatMoney(
              line.total ?? line.unit_price * line.quantity,
              currencyCode
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
