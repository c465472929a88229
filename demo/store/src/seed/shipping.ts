import { type ExecArgs } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  Modules,
  ShippingOptionPriceType,
} from "@medusajs/framework/utils"
import {
  createLocationFulfillmentSetWorkflow,
  createServiceZonesWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import { COUNTRIES, pricesOf } from "./markets"

type Container = ExecArgs["container"]

const LOCATION = "Workshop"
const FULFILLMENT_SET = "Workshop parcels"
const FULFILLMENT_PROVIDER = "manual_manual"

const OPTIONS = [
  {
    name: "Standard",
    code: "standard",
    description: "Delivered in 3 to 5 days",
    prices: pricesOf({ eur: 4.9, usd: 6, jpy: 600, kwd: 1.5 }),
  },
  {
    name: "Express",
    code: "express",
    description: "Delivered tomorrow",
    prices: pricesOf({ eur: 12.5, usd: 14, jpy: 1800, kwd: 3.875 }),
  },
]

export type Shipping = { stockLocationId: string; shippingProfileId: string }

/** One stock location that sends parcels to every country of every market, at two speeds. */
export async function seedShipping(
  container: Container,
  salesChannelId: string
): Promise<Shipping> {
  const stockLocationId = await ensureLocation(container, salesChannelId)
  const shippingProfileId = await ensureProfile(container)
  const zoneId = await ensureZone(container, stockLocationId)
  await ensureOptions({ container, zoneId, shippingProfileId })
  return { stockLocationId, shippingProfileId }
}

async function ensureLocation(container: Container, salesChannelId: string) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "stock_location",
    fields: ["id"],
    filters: { name: LOCATION },
  })
  if (data[0]) {
    return data[0].id
  }
  const { result } = await createStockLocationsWorkflow(container).run({
    input: {
      locations: [
        {
          name: LOCATION,
          address: {
            address_1: "Weberstraße 12",
            city: "Leipzig",
            postal_code: "04109",
            country_code: "de",
          },
        },
      ],
    },
  })
  const id = first(result, "stock location").id
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id, add: [salesChannelId] },
  })
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.STOCK_LOCATION]: { stock_location_id: id },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: FULFILLMENT_PROVIDER },
  })
  return id
}

async function ensureProfile(container: Container) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "shipping_profile",
    fields: ["id"],
    filters: { type: "default" },
  })
  if (data[0]) {
    return data[0].id
  }
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Default", type: "default" }] },
  })
  return first(result, "shipping profile").id
}

async function ensureZone(container: Container, stockLocationId: string) {
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const listSets = () =>
    fulfillment.listFulfillmentSets(
      { name: FULFILLMENT_SET },
      { relations: ["service_zones"] }
    )
  let [set] = await listSets()
  if (!set) {
    await createLocationFulfillmentSetWorkflow(container).run({
      input: {
        location_id: stockLocationId,
        fulfillment_set_data: { name: FULFILLMENT_SET, type: "shipping" },
      },
    })
    set = first(await listSets(), "fulfilment set")
  }
  if (set.service_zones[0]) {
    return set.service_zones[0].id
  }
  const { result } = await createServiceZonesWorkflow(container).run({
    input: {
      data: [
        {
          name: "Everywhere we sell",
          fulfillment_set_id: set.id,
          geo_zones: COUNTRIES.map((country) => ({
            type: "country" as const,
            country_code: country,
          })),
        },
      ],
    },
  })
  return first(result, "service zone").id
}

async function ensureOptions({
  container,
  zoneId,
  shippingProfileId,
}: {
  container: Container
  zoneId: string
  shippingProfileId: string
}) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "shipping_option",
    fields: ["name"],
  })
  const names = new Set(data.map(({ name }) => name))
  const missing = OPTIONS.filter(({ name }) => !names.has(name))
  if (missing.length > 0) {
    await createShippingOptionsWorkflow(container).run({
      input: missing.map(({ name, code, description, prices }) => ({
        name,
        service_zone_id: zoneId,
        shipping_profile_id: shippingProfileId,
        provider_id: FULFILLMENT_PROVIDER,
        price_type: ShippingOptionPriceType.FLAT,
        type: { label: name, code, description },
        prices,
        rules: [
          {
            attribute: "enabled_in_store",
            operator: "eq" as const,
            value: "true",
          },
          { attribute: "is_return", operator: "eq" as const, value: "false" },
        ],
      })),
    })
  }
}

function first<T>(rows: T[], what: string): T {
  const [row] = rows
  if (row === undefined) {
    throw new Error(
      `Medusa answered without the ${what} it was asked to create.`
    )
  }
  return row
}
