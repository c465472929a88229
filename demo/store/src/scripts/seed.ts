import { writeFile } from "node:fs/promises"
import { type ExecArgs } from "@medusajs/framework/types"
import { seedAdminUser } from "../seed/admin-user"
import { seedProducts } from "../seed/products"
import { seedRegions } from "../seed/regions"
import { defaultSalesChannel } from "../seed/sales-channel"
import { seedShipping } from "../seed/shipping"

/**
 * Fills the demo's store; run again, it adds only what is missing.
 *
 * Writes `{ "publishableKey": "pk_…" }` to the file named by `DEMO_SEED_RESULT`, for the storefront.
 */
export default async function seed({ container }: ExecArgs): Promise<void> {
  const { id: salesChannelId, publishableKey } =
    await defaultSalesChannel(container)
  await seedRegions(container, {
    cardPayments: process.env.DEMO_CARD_PAYMENTS === "on",
  })
  const shipping = await seedShipping(container, salesChannelId)
  await seedProducts({
    container,
    salesChannelId,
    ...shipping,
    storefrontUrl: required("DEMO_STOREFRONT_URL"),
  })
  await seedAdminUser(container, {
    email: required("DEMO_ADMIN_EMAIL"),
    password: required("DEMO_ADMIN_PASSWORD"),
  })
  await writeFile(
    required("DEMO_SEED_RESULT"),
    JSON.stringify({ publishableKey })
  )
}

function required(variable: string): string {
  const value = process.env[variable]
  if (!value) {
    throw new Error(`The seed needs the environment variable ${variable}.`)
  }
  return value
}
