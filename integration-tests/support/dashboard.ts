import { type Clerk } from "./clerk"
import { ok } from "./owing-orders"

type Order = {
  currency_code: string
  summary: { pending_difference: number }
  payment_collections: { status: string; amount: number }[]
}

/** What Medusa's dashboard says about an order's money, in minor units of a currency with two decimals. */
export type DashboardView = {
  /** "Outstanding amount". */
  outstanding: number
  /** The amount on its payment-link button; null where it offers none. */
  link: number | null
}

/**
 * Decides as the dashboard does (@medusajs/dashboard 2.21.2, order-summary-section.tsx): the first collection that is `not_paid`, while
 * the order's pending difference is at least half a cent.
 */
export async function dashboardOf(
  clerk: Clerk,
  orderId: string
): Promise<DashboardView> {
  const { order } = await ok(
    clerk.call<{ order: Order }>("GET", `/admin/orders/${orderId}`)
  )
  const { pending_difference: pending } = order.summary
  const unpaid = order.payment_collections.find(
    ({ status }) => status === "not_paid"
  )
  return {
    outstanding: Math.round(pending * 100),
    link: unpaid && pending >= 0.005 ? Math.round(unpaid.amount * 100) : null,
  }
}
