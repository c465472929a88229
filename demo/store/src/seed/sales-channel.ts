import { type ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

export type SalesChannel = { id: string; publishableKey: string }

/** The sales channel and publishable key that Medusa creates by itself at its first start. */
export async function defaultSalesChannel(
  container: ExecArgs["container"]
): Promise<SalesChannel> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: keys } = await query.graph({
    entity: "api_key",
    fields: ["token", "sales_channels_link.sales_channel_id"],
    filters: { type: "publishable" },
  })
  for (const { token, sales_channels_link: links } of keys) {
    const id = links?.[0]?.sales_channel_id
    if (id) {
      return { id, publishableKey: token }
    }
  }
  throw new Error("Medusa has no publishable key with a sales channel.")
}
