import { type Clerk } from "../support/clerk"
import { ok, variantOf } from "../support/owing-orders"
import { type Store } from "../support/store"
import { Warehouse } from "../support/warehouse"

type Line = {
  id: string
  quantity: number
  detail: {
    fulfilled_quantity: number
    return_requested_quantity: number
    return_received_quantity: number
    return_dismissed_quantity: number
  }
}

/** What of the world a story's order needs. */
export type Surroundings = { store: Store; clerk: Clerk }

/** A price of the clerk's own, or the shop's. */
export type Price = { unit_price?: number }

/**
 * A clerk at an order that is a while old: edits, returns, exchanges, claims and parcels, over HTTP as the dashboard does it. Nothing is
 * remembered here; what there is to receive or to take back is read anew, since another clerk may have been quicker.
 */
export class OrderClerk {
  private readonly warehouse: Warehouse

  constructor(
    private readonly world: Surroundings,
    readonly orderId: string
  ) {
    this.warehouse = new Warehouse(world.clerk)
  }

  post<Body>(path: string, body: object = {}): Promise<Body> {
    return ok(this.world.clerk.call<Body>("POST", path, body))
  }

  remove(path: string): Promise<unknown> {
    return ok(this.world.clerk.call("DELETE", path))
  }

  async beginEdit(): Promise<void> {
    await this.post("/admin/order-edits", { order_id: this.orderId })
  }

  async addItem(sku: string, price: Price): Promise<void> {
    const variant_id = await variantOf(this.world.store, sku)
    await this.post(`${this.edit}/items`, {
      items: [{ variant_id, quantity: 1, ...price }],
    })
  }

  /** One less of the line of which most is still to leave. */
  async takeOneOff(): Promise<void> {
    const left = (line: Line) => line.quantity - line.detail.fulfilled_quantity
    const [line] = (await this.lines()).sort((a, b) => left(b) - left(a))
    await this.post(`${this.edit}/items/item/${line?.id}`, {
      quantity: Math.max(0, (line?.quantity ?? 1) - 1),
    })
  }

  async requestEdit(): Promise<void> {
    await this.post(`${this.edit}/request`)
  }

  async confirmEdit(): Promise<void> {
    await this.post(`${this.edit}/confirm`)
  }

  async dropEdit(): Promise<void> {
    await this.remove(this.edit)
  }

  /** @returns the return's id */
  async beginReturn(): Promise<string> {
    const location_id = await this.location()
    const answer = await this.post<{ return: { id: string } }>(
      "/admin/returns",
      { order_id: this.orderId, location_id }
    )
    return answer.return.id
  }

  async expectOneBack(returnId: string): Promise<void> {
    await this.post(`/admin/returns/${returnId}/request-items`, {
      items: [{ id: await this.sentItem(), quantity: 1 }],
    })
  }

  /** Everything of the oldest return that is on its way has come. */
  async receive(): Promise<void> {
    const [back] = await this.world.store.sql<{ id: string }>(
      `select id from "return" where order_id = $1 and status in ('requested', 'partially_received')
         and canceled_at is null and deleted_at is null order by created_at limit 1`,
      [this.orderId]
    )
    const items = await this.world.store.sql<{ id: string; quantity: number }>(
      `select item_id as id, (quantity - coalesce(received_quantity, 0))::int as quantity from return_item
       where return_id = $1 and deleted_at is null`,
      [back?.id]
    )
    const path = `/admin/returns/${back?.id}/receive`
    await this.post(path)
    try {
      await this.post(`${path}-items`, { items })
      await this.post(`${path}/confirm`)
    } catch (error) {
      await this.remove(path).catch(() => undefined)
      throw error
    }
  }

  async beginExchange(): Promise<string> {
    const { exchange } = await this.post<{ exchange: { id: string } }>(
      "/admin/exchanges",
      { order_id: this.orderId }
    )
    return exchange.id
  }

  async beginClaim(type: "refund" | "replace"): Promise<string> {
    const { claim } = await this.post<{ claim: { id: string } }>(
      "/admin/claims",
      { order_id: this.orderId, type }
    )
    return claim.id
  }

  /** One item comes back with the exchange or claim. */
  async takeBackWith(path: string): Promise<void> {
    await this.post(`${path}/inbound/items`, {
      location_id: await this.location(),
      items: [{ id: await this.sentItem(), quantity: 1 }],
    })
  }

  async complainOfOne(path: string): Promise<void> {
    await this.post(`${path}/claim-items`, {
      items: [
        {
          id: await this.sentItem(),
          quantity: 1,
          reason: "production_failure",
        },
      ],
    })
  }

  async sendWith(path: string, sku: string): Promise<void> {
    const variant_id = await variantOf(this.world.store, sku)
    await this.post(`${path}/outbound/items`, {
      items: [{ variant_id, quantity: 1 }],
    })
  }

  ship(quantity?: number): Promise<string> {
    return this.warehouse.ship(this.orderId, quantity)
  }

  handOver(quantity?: number): Promise<void> {
    return this.warehouse.handOver(this.orderId, quantity)
  }

  async anythingSent(): Promise<boolean> {
    return (await this.lines()).some((line) => withShopper(line) > 0)
  }

  async anythingComing(): Promise<boolean> {
    const rows = await this.world.store.sql(
      `select id from "return" where order_id = $1 and status in ('requested', 'partially_received') and canceled_at is null and deleted_at is null`,
      [this.orderId]
    )
    return rows.length > 0
  }

  private get edit(): string {
    return `/admin/order-edits/${this.orderId}`
  }

  private async sentItem(): Promise<string> {
    const line = (await this.lines()).find((one) => withShopper(one) > 0)
    return line?.id ?? "nothing"
  }

  private async lines(): Promise<Line[]> {
    const { order } = await ok(
      this.world.clerk.call<{ order: { items: Line[] } }>(
        "GET",
        `/admin/orders/${this.orderId}?fields=*items,*items.detail`
      )
    )
    return order.items
  }

  private async location(): Promise<string> {
    const [location] = await this.world.store.sql<{ id: string }>(
      `select id from stock_location where deleted_at is null limit 1`
    )
    return location?.id ?? ""
  }
}

/** What was sent of a line and nobody has asked back yet. */
function withShopper({ detail }: Line): number {
  return (
    detail.fulfilled_quantity -
    detail.return_requested_quantity -
    detail.return_received_quantity -
    detail.return_dismissed_quantity
  )
}
