import { type Clerk } from "./clerk"
import { ok, variantOf } from "./owing-orders"
import { type Store } from "./store"

/*
 * What a clerk does with an order after its sale, over HTTP as the dashboard does it: edits, returns, exchanges, claims.
 */

type Item = { id: string; quantity: number; variant_sku: string }

export class OrderChanges {
  /** What was begun last, for the step that follows. */
  private last = { exchange: "", claim: "" }
  private readonly returns: { id: string; sku: string }[] = []

  constructor(
    private readonly store: Store,
    private readonly clerk: Clerk,
    readonly orderId: string
  ) {}

  /** Sends everything that has not left yet: only what was sent can be returned. */
  async ship(): Promise<void> {
    const items = (await this.items()).map(({ id, quantity }) => ({
      id,
      quantity,
    }))
    const { order } = await ok(
      this.clerk.call<{ order: { fulfillments: { id: string }[] } }>(
        "POST",
        `/admin/orders/${this.orderId}/fulfillments?fields=*fulfillments`,
        { items }
      )
    )
    await this.post(
      `/admin/orders/${this.orderId}/fulfillments/${order.fulfillments.at(-1)?.id}/shipments`,
      { items }
    )
  }

  /** An edit of the order that adds an item, and is not requested yet. */
  async beginEdit(sku = "MUG-CHALK"): Promise<void> {
    await this.post("/admin/order-edits", { order_id: this.orderId })
    await this.post(`${this.edit}/items`, {
      items: [{ variant_id: await variantOf(this.store, sku), quantity: 1 }],
    })
  }

  async requestEdit(): Promise<void> {
    await this.post(`${this.edit}/request`)
  }

  async confirmEdit(): Promise<void> {
    await this.post(`${this.edit}/confirm`)
  }

  async cancelEdit(): Promise<void> {
    await ok(this.clerk.call("DELETE", this.edit))
  }

  /** Adds an item at a price of the clerk's own. */
  async addAt(
    sku: string,
    quantity: number,
    unit_price: number
  ): Promise<void> {
    await this.post("/admin/order-edits", { order_id: this.orderId })
    await this.post(`${this.edit}/items`, {
      items: [
        { variant_id: await variantOf(this.store, sku), quantity, unit_price },
      ],
    })
    await this.requestEdit()
    await this.confirmEdit()
  }

  async takeOff(sku: string): Promise<void> {
    await this.post("/admin/order-edits", { order_id: this.orderId })
    await this.post(`${this.edit}/items/item/${await this.item(sku)}`, {
      quantity: 0,
    })
    await this.requestEdit()
    await this.confirmEdit()
  }

  async requestReturn(sku: string, quantity = 1): Promise<void> {
    await this.beginReturn(sku, quantity)
    await this.requestBegunReturn()
  }

  async beginReturn(sku: string, quantity = 1): Promise<void> {
    const answer = await this.post<{ return: { id: string } }>(
      "/admin/returns",
      {
        order_id: this.orderId,
        location_id: await this.location(),
      }
    )
    const { id } = answer.return
    await this.post(`/admin/returns/${id}/request-items`, {
      items: [{ id: await this.item(sku), quantity }],
    })
    this.returns.push({ id, sku })
  }

  async requestBegunReturn(): Promise<void> {
    await this.post(`/admin/returns/${this.returns.at(-1)?.id}/request`)
  }

  async cancelReturn(): Promise<void> {
    await this.post(`/admin/returns/${this.returns.pop()?.id}/cancel`)
  }

  /** Everything that was to come back of these items has come. */
  async receiveAll(...skus: string[]): Promise<void> {
    for (const { id, sku } of this.returns.filter((one) =>
      skus.includes(one.sku)
    )) {
      await this.post(`/admin/returns/${id}/receive`)
      await this.post(`/admin/returns/${id}/receive-items`, {
        items: [{ id: await this.item(sku), quantity: 1 }],
      })
      await this.post(`/admin/returns/${id}/receive/confirm`)
    }
  }

  async exchange(back: string, sent: string): Promise<void> {
    const { exchange } = await this.post<{ exchange: { id: string } }>(
      "/admin/exchanges",
      { order_id: this.orderId }
    )
    const inbound = await this.post<{ return: { id: string } }>(
      `/admin/exchanges/${exchange.id}/inbound/items`,
      {
        location_id: await this.location(),
        items: [{ id: await this.item(back), quantity: 1 }],
      }
    )
    await this.post(`/admin/exchanges/${exchange.id}/outbound/items`, {
      items: [{ variant_id: await variantOf(this.store, sent), quantity: 1 }],
    })
    await this.post(`/admin/exchanges/${exchange.id}/request`)
    this.last.exchange = exchange.id
    this.returns.push({ id: inbound.return.id, sku: back })
  }

  async cancelExchange(): Promise<void> {
    await this.post(`/admin/exchanges/${this.last.exchange}/cancel`)
  }

  async claim(
    type: "refund" | "replace",
    sku: string,
    { comesBack, sent }: { comesBack: boolean; sent?: string }
  ): Promise<void> {
    const { claim } = await this.post<{ claim: { id: string } }>(
      "/admin/claims",
      { order_id: this.orderId, type }
    )
    const item = await this.item(sku)
    if (comesBack) {
      const inbound = await this.post<{ return: { id: string } }>(
        `/admin/claims/${claim.id}/inbound/items`,
        {
          location_id: await this.location(),
          items: [{ id: item, quantity: 1 }],
        }
      )
      this.returns.push({ id: inbound.return.id, sku })
    } else {
      await this.post(`/admin/claims/${claim.id}/claim-items`, {
        items: [{ id: item, quantity: 1, reason: "production_failure" }],
      })
    }
    if (sent) {
      await this.post(`/admin/claims/${claim.id}/outbound/items`, {
        items: [{ variant_id: await variantOf(this.store, sent), quantity: 1 }],
      })
    }
    await this.post(`/admin/claims/${claim.id}/request`)
    this.last.claim = claim.id
  }

  async cancelClaim(): Promise<void> {
    await this.post(`/admin/claims/${this.last.claim}/cancel`)
  }

  async creditLine(amount: number): Promise<void> {
    await this.post(`/admin/orders/${this.orderId}/credit-lines`, {
      amount,
      reference: "store_credit",
      reference_id: "gift",
    })
  }

  /** "Mark as paid" of the unpaid collection of this amount: money that never came near the gateway. */
  async markAsPaid(amount: number): Promise<void> {
    const [collection] = await this.store.sql<{ id: string }>(
      `select pc.id from payment_collection pc join order_payment_collection opc on opc.payment_collection_id = pc.id
       where opc.order_id = $1 and pc.amount = $2 and pc.status = 'not_paid'`,
      [this.orderId, amount]
    )
    await this.post(
      `/admin/payment-collections/${collection?.id}/mark-as-paid`,
      { order_id: this.orderId }
    )
  }

  /** All of the newest payment. */
  async refundLast(): Promise<void> {
    const [payment] = await this.store.sql<{ id: string }>(
      `select p.id from payment p join order_payment_collection opc on opc.payment_collection_id = p.payment_collection_id
       where opc.order_id = $1 order by p.created_at desc limit 1`,
      [this.orderId]
    )
    await ok(this.clerk.refund(payment?.id ?? ""))
  }

  private get edit(): string {
    return `/admin/order-edits/${this.orderId}`
  }

  private post<Body>(path: string, body: object = {}): Promise<Body> {
    return ok(this.clerk.call<Body>("POST", path, body))
  }

  private async items(): Promise<Item[]> {
    const { order } = await ok(
      this.clerk.call<{ order: { items: Item[] } }>(
        "GET",
        `/admin/orders/${this.orderId}?fields=*items`
      )
    )
    return order.items
  }

  private async item(sku: string): Promise<string> {
    const found = (await this.items()).find(
      ({ variant_sku }) => variant_sku === sku
    )
    if (!found) {
      throw new Error(`No ${sku} in ${this.orderId}`)
    }
    return found.id
  }

  private async location(): Promise<string> {
    const [location] = await this.store.sql<{ id: string }>(
      `select id from stock_location where deleted_at is null limit 1`
    )
    return location?.id ?? ""
  }
}
