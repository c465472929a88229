import { type HttpTypes } from "@medusajs/types"
import { sdk } from "./sdk"

export type Order = HttpTypes.StoreOrder

export async function findOrder(id: string): Promise<Order> {
  const { order } = await sdk.store.order.retrieve(id)
  return order
}
