import { type ExecArgs } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  ProductStatus,
} from "@medusajs/framework/utils"
import {
  createInventoryLevelsWorkflow,
  createProductsWorkflow,
  updateProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import { CATALOGUE } from "./catalogue"
import { pricesOf } from "./markets"

type Container = ExecArgs["container"]

/** The catalogue with its stock; pictures are served by the storefront, whose address may differ from one start to the next. */
export async function seedProducts({
  container,
  salesChannelId,
  shippingProfileId,
  stockLocationId,
  storefrontUrl,
}: {
  container: Container
  salesChannelId: string
  shippingProfileId: string
  stockLocationId: string
  storefrontUrl: string
}): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: present } = await query.graph({
    entity: "product",
    fields: ["id", "handle"],
  })
  const ids = new Map(present.map(({ id, handle }) => [handle, id]))
  const picture = (handle: string) => `${storefrontUrl}/products/${handle}.svg`

  const missing = CATALOGUE.filter(({ handle }) => !ids.has(handle))
  if (missing.length > 0) {
    await createProductsWorkflow(container).run({
      input: {
        products: missing.map((product) => ({
          // The storefront's shelf follows the catalogue's order.
          metadata: { rank: CATALOGUE.indexOf(product) },
          handle: product.handle,
          title: product.title,
          subtitle: product.subtitle,
          description: product.description,
          material: product.material,
          status: ProductStatus.PUBLISHED,
          weight: 400,
          thumbnail: picture(product.handle),
          images: [{ url: picture(product.handle) }],
          shipping_profile_id: shippingProfileId,
          sales_channels: [{ id: salesChannelId }],
          options: [
            {
              title: product.option,
              values: product.variants.map(({ value }) => value),
            },
          ],
          variants: product.variants.map((variant, index) => ({
            variant_rank: index,
            title: variant.value,
            sku: variant.sku,
            manage_inventory: true,
            options: { [product.option]: variant.value },
            prices: pricesOf(variant.prices),
          })),
        })),
      },
    })
  }

  for (const { handle } of CATALOGUE) {
    const id = ids.get(handle)
    if (id) {
      await updateProductsWorkflow(container).run({
        input: {
          selector: { id },
          update: {
            thumbnail: picture(handle),
            images: [{ url: picture(handle) }],
          },
        },
      })
    }
  }
  await stock(container, stockLocationId)
}

async function stock(container: Container, locationId: string) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: items } = await query.graph({
    entity: "inventory_item",
    fields: ["id", "sku", "location_levels.id"],
  })
  const quantities = new Map(
    CATALOGUE.flatMap(({ variants }) =>
      variants.map(({ sku, stock }) => [sku, stock] as const)
    )
  )
  const levels = items.flatMap(({ id, sku, location_levels }) => {
    const quantity = sku && quantities.get(sku)
    return quantity && !location_levels?.length
      ? [
          {
            inventory_item_id: id,
            location_id: locationId,
            stocked_quantity: quantity,
          },
        ]
      : []
  })
  if (levels.length > 0) {
    await createInventoryLevelsWorkflow(container).run({
      input: { inventory_levels: levels },
    })
  }
}
