import { type Clerk } from "./clerk"
import { ok } from "./owing-orders"
import { type Store } from "./store"

const PLENTY = 100_000

/** Somebody else has bought what was left: of one product, or of all. */
export async function sellOut(
  store: Pick<Store, "sql">,
  sku: string | null = null
): Promise<void> {
  await store.sql(
    `update inventory_level set stocked_quantity = reserved_quantity, raw_stocked_quantity = raw_reserved_quantity
     where cast($1 as text) is null or inventory_item_id in (select id from inventory_item where sku = $1)`,
    [sku]
  )
}

export async function restock(
  store: Pick<Store, "sql">,
  sku: string | null = null
): Promise<void> {
  await store.sql(
    `update inventory_level set stocked_quantity = reserved_quantity + $2,
       raw_stocked_quantity = jsonb_build_object('value', (reserved_quantity + $2)::text, 'precision', 20)
     where cast($1 as text) is null or inventory_item_id in (select id from inventory_item where sku = $1)`,
    [sku, PLENTY]
  )
}

type Line = { id: string; quantity: number }

/** Whoever packs, ships and hands over, with the admin's own calls. */
export class Warehouse {
  constructor(private readonly clerk: Clerk) {}

  /** Packs `quantity` of each line (all that is left of it, if it is not given). @returns the fulfilment's id */
  async pack(orderId: string, quantity?: number): Promise<string> {
    const before = await this.fulfillments(orderId)
    const { order } = await ok(
      this.clerk.call<{
        order: {
          items: (Line & { detail: { fulfilled_quantity: number } })[]
        }
      }>("GET", `/admin/orders/${orderId}?fields=*items,*items.detail`)
    )
    const items = order.items
      .map(({ id, quantity: ordered, detail }) => ({
        id,
        quantity: Math.min(
          quantity ?? Infinity,
          ordered - detail.fulfilled_quantity
        ),
      }))
      .filter((item) => item.quantity > 0)
    await ok(
      this.clerk.call("POST", `/admin/orders/${orderId}/fulfillments`, {
        items,
      })
    )
    const after = await this.fulfillments(orderId)
    const made = after.find((id) => !before.includes(id))
    if (!made) {
      throw new Error(`Nothing was packed of ${orderId}`)
    }
    return made
  }

  async ship(orderId: string, quantity?: number): Promise<string> {
    const fulfillment = await this.pack(orderId, quantity)
    await this.send(orderId, fulfillment)
    return fulfillment
  }

  async send(orderId: string, fulfillment: string): Promise<void> {
    const { order } = await ok(
      this.clerk.call<{ order: { items: Line[] } }>(
        "GET",
        `/admin/orders/${orderId}?fields=*items`
      )
    )
    await ok(
      this.clerk.call(
        "POST",
        `/admin/orders/${orderId}/fulfillments/${fulfillment}/shipments`,
        { items: order.items.map(({ id, quantity }) => ({ id, quantity })) }
      )
    )
  }

  /** "Mark as delivered", without a shipment before. */
  async handOver(orderId: string, quantity?: number): Promise<void> {
    const fulfillment = await this.pack(orderId, quantity)
    await ok(
      this.clerk.call(
        "POST",
        `/admin/orders/${orderId}/fulfillments/${fulfillment}/mark-as-delivered`,
        {}
      )
    )
  }

  async unpack(orderId: string, fulfillment: string): Promise<void> {
    await ok(
      this.clerk.call(
        "POST",
        `/admin/orders/${orderId}/fulfillments/${fulfillment}/cancel`,
        {}
      )
    )
  }

  private async fulfillments(orderId: string): Promise<string[]> {
    const { order } = await ok(
      this.clerk.call<{ order: { fulfillments: { id: string }[] } }>(
        "GET",
        `/admin/orders/${orderId}?fields=*fulfillments`
      )
    )
    return order.fulfillments.map(({ id }) => id)
  }
}
