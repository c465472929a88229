import { writeFile } from "node:fs/promises"
import { type ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { updateRegionsWorkflow } from "@medusajs/medusa/core-flows"
import { seedAdminUser } from "../../demo/store/src/seed/admin-user"
import { seedProducts } from "../../demo/store/src/seed/products"
import { seedRegions } from "../../demo/store/src/seed/regions"
import { defaultSalesChannel } from "../../demo/store/src/seed/sales-channel"
import { seedShipping } from "../../demo/store/src/seed/shipping"
import { ADMIN } from "./admin"

const PROVIDERS = ["pp_bpc_bpc", "pp_system_default"]

/** The demo's shop, with a second payment method in every region. */
export default async function seedTemplate({
  container,
}: ExecArgs): Promise<void> {
  const { id: salesChannelId, publishableKey } =
    await defaultSalesChannel(container)
  await seedRegions(container)
  const shipping = await seedShipping(container, salesChannelId)
  await seedProducts({
    container,
    salesChannelId,
    ...shipping,
    storefrontUrl: "http://localhost:8000",
  })
  await seedAdminUser(container, ADMIN)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: regions } = await query.graph({
    entity: "region",
    fields: ["id"],
  })
  for (const { id } of regions) {
    await updateRegionsWorkflow(container).run({
      input: { selector: { id }, update: { payment_providers: PROVIDERS } },
    })
  }
  await writeFile(
    process.env.BPC_TEST_SEED_RESULT ?? "",
    JSON.stringify({ publishableKey })
  )
}
