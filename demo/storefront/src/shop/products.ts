import { type HttpTypes } from "@medusajs/types"
import { sdk } from "./sdk"

export type Product = HttpTypes.StoreProduct
export type Variant = HttpTypes.StoreProductVariant

const FIELDS =
  "*variants.calculated_price,+variants.inventory_quantity,+metadata"

export async function listProducts(regionId: string): Promise<Product[]> {
  const { products } = await sdk.store.product.list({
    region_id: regionId,
    fields: FIELDS,
    limit: 50,
  })
  return products.sort((one, other) => rank(one) - rank(other))
}

export async function findProduct(
  regionId: string,
  handle: string
): Promise<Product | undefined> {
  const { products } = await sdk.store.product.list({
    region_id: regionId,
    handle,
    fields: FIELDS,
  })
  return products[0]
}

export function variantsOf(product: Product): Variant[] {
  return [...(product.variants ?? [])].sort(
    (one, other) => (one.variant_rank ?? 0) - (other.variant_rank ?? 0)
  )
}

/** In major units of the region's currency. */
export function priceOf(variant: Variant | undefined): number | undefined {
  return variant?.calculated_price?.calculated_amount ?? undefined
}

/** The lowest price, and whether there are higher ones. */
export function priceRange(
  product: Product
): { from: number; varies: boolean } | undefined {
  const prices = variantsOf(product).flatMap(
    (variant) => priceOf(variant) ?? []
  )
  return prices.length > 0
    ? { from: Math.min(...prices), varies: new Set(prices).size > 1 }
    : undefined
}

function rank({ metadata }: Product): number {
  return typeof metadata?.rank === "number" ? metadata.rank : Infinity
}
