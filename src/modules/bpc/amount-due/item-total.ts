import {
  BigNumber as MedusaNumber,
  getLineItemTotals,
} from "@medusajs/framework/utils"
import Big from "bignumber.js"

/** A constructor of our own: nobody else's configuration changes how an amount is counted. */
const BigNumber = Big.clone()
type BigNumber = Big

/** Decimal text in major units with all of Medusa's digits, or a quantity. */
export type Decimal = string

/** Decimals that went through a double differ by this much at most; a tenth of the smallest unit of any currency. */
export const DECIMAL_NOISE = 0.00001

type Taxed = Readonly<{
  taxInclusive: boolean
  taxRates: readonly Decimal[]
  adjustments: readonly Readonly<{ amount: Decimal; taxInclusive: boolean }>[]
}>

export type Priced = Taxed & Readonly<{ unitPrice: Decimal; quantity: Decimal }>

/** With its share of discount and tax, as Medusa's own totals count it. */
export function itemTotal(item: Priced, quantity: Decimal): BigNumber {
  const none = new MedusaNumber(0)
  const totals = getLineItemTotals(
    {
      id: "",
      unit_price: new MedusaNumber(item.unitPrice),
      quantity: new MedusaNumber(item.quantity),
      is_tax_inclusive: item.taxInclusive,
      tax_lines: item.taxRates.map((rate) => ({ rate: Number(rate) })),
      adjustments: item.adjustments.map(({ amount, taxInclusive }) => ({
        amount: new MedusaNumber(amount),
        is_tax_inclusive: taxInclusive,
      })),
      detail: {
        fulfilled_quantity: none,
        delivered_quantity: none,
        shipped_quantity: none,
        return_requested_quantity: new MedusaNumber(quantity),
        return_received_quantity: none,
        return_dismissed_quantity: none,
        written_off_quantity: none,
      },
    },
    {
      includeTax: item.taxInclusive,
      extraQuantityFields: {
        "detail.return_requested_quantity": "return_requested_total",
      },
    }
  )
  return digitsOf(totals.return_requested_total)
}

function digitsOf(amount: MedusaNumber | undefined): BigNumber {
  return new BigNumber(String(amount?.raw?.value ?? amount?.numeric ?? 0))
}
