const formats = new Map<string, Intl.NumberFormat>()

/** An amount in major units, as Medusa gives it, with as many decimals as its currency has: ¥9,800, €64.00, KWD 21.750. */
export function formatMoney(amount: number, currencyCode: string): string {
  const code = currencyCode.toUpperCase()
  let format = formats.get(code)
  if (!format) {
    format = new Intl.NumberFormat("en", {
      style: "currency",
      currency: code,
      currencyDisplay: "narrowSymbol",
    })
    formats.set(code, format)
  }
  return format.format(amount)
}
