import { settled } from "./books"
import { type Clerk } from "./clerk"
import { Shopper } from "./shopper"
import { type Store } from "./store"

export type AdminLink = {
  id: string
  state: "open" | "paid" | "revoked" | "expired"
  url: string | null
  qr: { size: number; path: string } | null
  created_by: string
  expires_at: string
  revoked_by: string | null
  paid_session_id: string | null
}
export type AdminLinks = {
  payment_links: AdminLink[]
  outstanding: { amount: number; currency_code: string; exponent: number }
  obstacle: string | null
  obstacle_code: string | null
}

/** An order that a shopper bought and paid for in the storefront; with `hold`, nothing is captured yet. */
export async function boughtOrder(
  store: Store,
  { hold = false } = {}
): Promise<string> {
  const shopper = new Shopper(store)
  await shopper.startCheckout()
  await store.sandbox.control.pay(shopper.gatewaySessionId, { hold })
  const { order_id } = await settled(store, shopper)
  return order_id ?? ""
}

/** Adds an item to an order, as a clerk does in "Edit order": the order owes its price then. */
export async function raiseTotal(
  store: Store,
  clerk: Clerk,
  orderId: string,
  sku = "MUG-CHALK"
): Promise<void> {
  await ok(clerk.call("POST", "/admin/order-edits", { order_id: orderId }))
  await ok(
    clerk.call("POST", `/admin/order-edits/${orderId}/items`, {
      items: [{ variant_id: await variantOf(store, sku), quantity: 1 }],
    })
  )
  await ok(clerk.call("POST", `/admin/order-edits/${orderId}/request`, {}))
  await ok(clerk.call("POST", `/admin/order-edits/${orderId}/confirm`, {}))
}

/** An order taken on the phone and not paid yet: the quickest one to make. */
export async function phoneOrder(
  store: Store,
  clerk: Clerk,
  currency = "eur"
): Promise<string> {
  return convertDraft(clerk, await draftOrder(store, clerk, currency))
}

/** A paid order that a clerk made dearer. */
export async function editedOrder(store: Store, clerk: Clerk): Promise<string> {
  const orderId = await boughtOrder(store)
  await raiseTotal(store, clerk, orderId)
  return orderId
}

/** An order that a clerk takes on the phone. */
export async function draftOrder(
  store: Store,
  clerk: Clerk,
  currency = "eur"
): Promise<string> {
  const [region] = await store.sql<{ id: string }>(
    `select id from region where currency_code = $1`,
    [currency]
  )
  const [channel] = await store.sql<{ id: string }>(
    `select id from sales_channel order by created_at limit 1`
  )
  const { draft_order } = await ok(
    clerk.call<{ draft_order: { id: string } }>("POST", "/admin/draft-orders", {
      region_id: region?.id,
      sales_channel_id: channel?.id,
      email: "phone@example.com",
      items: [{ variant_id: await variantOf(store, "MUG-EMBER"), quantity: 1 }],
      shipping_address: {
        first_name: "Ana",
        last_name: "Ionescu",
        address_1: "Hauptstrasse 1",
        city: "Berlin",
        postal_code: "10115",
        country_code: "de",
      },
    })
  )
  return draft_order.id
}

export async function convertDraft(
  clerk: Clerk,
  orderId: string
): Promise<string> {
  await ok(
    clerk.call("POST", `/admin/draft-orders/${orderId}/convert-to-order`, {})
  )
  return orderId
}

export async function makeLink(
  clerk: Clerk,
  orderId: string,
  input: object = {}
): Promise<AdminLink & { url: string }> {
  const { payment_link } = await ok(
    clerk.call<{ payment_link: AdminLink }>(
      "POST",
      "/admin/bpc/payment-links",
      { order_id: orderId, ...input }
    )
  )
  return { ...payment_link, url: payment_link.url ?? "" }
}

export async function linksOf(
  clerk: Clerk,
  orderId: string
): Promise<AdminLinks> {
  return ok(
    clerk.call<AdminLinks>(
      "GET",
      `/admin/bpc/payment-links?order_id=${orderId}`
    )
  )
}

/** The body of an answer that must not be an error. */
export async function ok<Body>(
  answer: Promise<{ status: number; body: Body }>
): Promise<Body> {
  const { status, body } = await answer
  if (status !== 200) {
    throw new Error(`${status} ${JSON.stringify(body)}`)
  }
  return body
}

export async function variantOf(store: Store, sku: string): Promise<string> {
  const [variant] = await store.sql<{ id: string }>(
    `select id from product_variant where sku = $1 and deleted_at is null`,
    [sku]
  )
  if (!variant) {
    throw new Error(`No variant ${sku}`)
  }
  return variant.id
}
