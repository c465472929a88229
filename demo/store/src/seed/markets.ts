export const PAYMENT_PROVIDER = "pp_bpc_bpc"

/** Where the shop sells. Rates are percentages of VAT or consumption tax by country; prices include them where the law wants it. */
export const MARKETS = [
  {
    name: "Europe",
    currency: "eur",
    taxInclusive: true,
    taxRates: {
      de: 19,
      at: 20,
      be: 21,
      es: 21,
      fi: 25.5,
      fr: 20,
      ie: 23,
      it: 22,
      nl: 21,
      pt: 23,
    },
  },
  {
    name: "United States",
    currency: "usd",
    taxInclusive: false,
    taxRates: { us: 0 },
  },
  { name: "Japan", currency: "jpy", taxInclusive: true, taxRates: { jp: 10 } },
  { name: "Kuwait", currency: "kwd", taxInclusive: false, taxRates: { kw: 0 } },
] as const

export type CurrencyCode = (typeof MARKETS)[number]["currency"]

/** Major units, as Medusa keeps them: KWD has three decimals, JPY none. */
export type Prices = Record<CurrencyCode, number>

export const COUNTRIES: string[] = MARKETS.flatMap(({ taxRates }) =>
  Object.keys(taxRates)
)

export function pricesOf(prices: Prices) {
  return MARKETS.map(({ currency }) => ({
    currency_code: currency,
    amount: prices[currency],
  }))
}
