import { formatMoney } from "../shop/money"

type Amounts = {
  currency_code: string
  item_total?: number
  shipping_total?: number
  tax_total?: number
  total?: number
}

/** The sums of a cart or an order; tax is contained in every line above it. */
export function Totals({
  of,
  deliveryKnown,
}: {
  of: Amounts
  deliveryKnown: boolean
}) {
  const money = (amount = 0) => formatMoney(amount, of.currency_code)
  return (
    <dl className="totals">
      <div>
        <dt>Goods</dt>
        <dd>{money(of.item_total)}</dd>
      </div>
      <div>
        <dt>Delivery</dt>
        <dd>{deliveryKnown ? money(of.shipping_total) : "not chosen yet"}</dd>
      </div>
      <div className="sum">
        <dt>Total</dt>
        <dd>{money(of.total)}</dd>
      </div>
      {of.tax_total ? (
        <div className="tax">
          <dt>of which tax</dt>
          <dd>{money(of.tax_total)}</dd>
        </div>
      ) : null}
    </dl>
  )
}
