import { type ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createRegionsWorkflow,
  createTaxRegionsWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"
import { MARKETS, PAYMENT_PROVIDER } from "./markets"

type Container = ExecArgs["container"]

/** The store's name and currencies, a region for each market, with or without card payments, and the tax of each country. */
export async function seedRegions(
  container: Container,
  { cardPayments }: { cardPayments: boolean } = { cardPayments: true }
): Promise<void> {
  await nameStore(container)
  await createMissingRegions(container, cardPayments)
  await createMissingTaxRegions(container)
}

async function nameStore(container: Container) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: stores } = await query.graph({
    entity: "store",
    fields: ["id"],
  })
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: stores.map(({ id }) => id) },
      update: {
        name: "Kettle & Loom",
        supported_currencies: MARKETS.map(
          ({ currency, taxInclusive }, index) => ({
            currency_code: currency,
            is_tax_inclusive: taxInclusive,
            is_default: index === 0,
          })
        ),
      },
    },
  })
}

async function createMissingRegions(
  container: Container,
  cardPayments: boolean
) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: present } = await query.graph({
    entity: "region",
    fields: ["name"],
  })
  const names = new Set(present.map(({ name }) => name))
  const missing = MARKETS.filter(({ name }) => !names.has(name))
  if (missing.length > 0) {
    await createRegionsWorkflow(container).run({
      input: {
        regions: missing.map((market) => ({
          name: market.name,
          currency_code: market.currency,
          countries: Object.keys(market.taxRates),
          payment_providers: cardPayments ? [PAYMENT_PROVIDER] : [],
          is_tax_inclusive: market.taxInclusive,
          automatic_taxes: true,
        })),
      },
    })
  }
}

async function createMissingTaxRegions(container: Container) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: present } = await query.graph({
    entity: "tax_region",
    fields: ["country_code"],
  })
  const countries = new Set(present.map(({ country_code }) => country_code))
  const missing = MARKETS.flatMap(({ taxRates }) =>
    Object.entries(taxRates)
  ).filter(([country]) => !countries.has(country))
  if (missing.length > 0) {
    await createTaxRegionsWorkflow(container).run({
      input: missing.map(([country, rate]) => ({
        country_code: country,
        provider_id: "tp_system",
        default_tax_rate: { name: "Tax", code: "standard", rate },
      })),
    })
  }
}
