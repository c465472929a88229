import { memory } from "./memory"
import { type Region } from "./shop-context"

/** The country in the address, and the region it belongs to. */
export type Market = { country: string; region: Region }

export function marketOf(
  regions: Region[],
  country: string
): Market | undefined {
  const region = regions.find(({ countries }) =>
    countries?.some(({ iso_2 }) => iso_2 === country)
  )
  return region && { country, region }
}

/** Where a visitor without a country in the address is taken. */
export function homeMarket(regions: Region[]): Market | undefined {
  const browserCountry = navigator.language.split("-")[1]?.toLowerCase() ?? ""
  for (const country of [memory.country() ?? "", browserCountry, "de"]) {
    const market = marketOf(regions, country)
    if (market) {
      return market
    }
  }
  const [region] = regions
  return region && { country: firstCountry(region), region }
}

/** The country that stands for a region until the shopper gives an address: Germany in Europe, the only one elsewhere. */
export function firstCountry(region: Region): string {
  const codes = (region.countries ?? []).map(({ iso_2 }) => iso_2 ?? "")
  return codes.includes("de") ? "de" : (codes[0] ?? "")
}
