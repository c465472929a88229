import { type DeclineClass, shopperClassOf } from "../../../gateway"
import { type LedgerRow } from "../ledger"
import { leadsToAllowedOrigin } from "./return-origin"
import { DEFAULT_SUCCESS, type ReturnSettings } from "./return-settings"
import { asTemplate, fillTemplate } from "./return-template"
import { type ReturnSide } from "./return-token"

/** Why the storefront gets its shopper back without an order; the `{reason}` of the failure template. */
export type PaymentErrorReason =
  | "not_completed"
  | "expired"
  | "canceled"
  | "failed"
  | "refunded"
  /** Why the last attempt was refused, as far as a shopper may hear it. */
  | DeclineClass

export type ReturnAnswer =
  | { kind: "redirect"; url: string }
  /** Not decided yet: the shopper sees a page that asks again. */
  | { kind: "checking" }
  | { kind: "held" }
  /** Of an order that is paid by link: whoever pays may never have seen the storefront. */
  | { kind: "order_paid" }
  | { kind: "order_unpaid"; reason: PaymentErrorReason }
  /** The cart became an order with other money, and this payment goes back. @property url of the order */
  | { kind: "paid_twice"; url: string; order: number }

/** The order that a cart became. @property number by which people know it */
export type CartOrder = { id: string; number: number }

/**
 * Where the shopper goes, from the ledger alone. The URL that the gateway chose (`side`) matters only while the page is still
 * open: coming back from its failure side means "not now", and the same page can be used again. Once the cart has become an order with
 * other money, its checkout has nothing more to tell.
 */
export function returnAnswer(
  row: LedgerRow,
  side: ReturnSide,
  settings: ReturnSettings,
  cartOrder?: CartOrder
): ReturnAnswer {
  const byLink = row.forOrderId !== null && !row.returnTo
  const failed = (reason: PaymentErrorReason): ReturnAnswer =>
    byLink
      ? // The storefront's checkout has no cart to go on with.
        { kind: "order_unpaid", reason }
      : {
          kind: "redirect",
          url: filled(
            row.returnTo
              ? asTemplate(row.returnTo, "error")
              : settings.failureTemplate,
            settings,
            row,
            { reason }
          ),
        }
  if (row.orderId && ["paid", "authorized", "refunded"].includes(row.state)) {
    if (byLink && settings.successTemplate === DEFAULT_SUCCESS) {
      return { kind: "order_paid" }
    }
    return { kind: "redirect", url: orderUrl(row, settings, row.orderId) }
  }
  if (cartOrder && row.cartId && hasEnded(row)) {
    const url = orderUrl(row, settings, cartOrder.id)
    return row.reason && row.state !== "expired" && row.state !== "failed"
      ? { kind: "paid_twice", url, order: cartOrder.number }
      : { kind: "redirect", url }
  }
  switch (row.state) {
    case "creating":
    case "open":
      return side === "failure" ? failed(whyUnpaid(row)) : { kind: "checking" }
    case "paid":
    case "authorized":
      return row.reason ? failed("refunded") : { kind: "checking" }
    case "held":
      return { kind: "held" }
    case "refunded":
      return failed("refunded")
    case "canceled":
      return failed(row.reason ? "refunded" : "canceled")
    case "expired":
      return failed("expired")
    case "failed":
      return failed("failed")
  }
}

function whyUnpaid({ declineClass }: LedgerRow): PaymentErrorReason {
  return declineClass ? shopperClassOf(declineClass) : "not_completed"
}

/** No order will have this money. */
function hasEnded({ state, reason, orderId }: LedgerRow): boolean {
  return (
    !orderId &&
    (["expired", "canceled", "failed", "refunded"].includes(state) ||
      ((state === "paid" || state === "authorized") && reason !== null))
  )
}

function orderUrl(
  row: LedgerRow,
  settings: ReturnSettings,
  orderId: string
): string {
  return filled(
    row.returnTo ? asTemplate(row.returnTo, "order") : settings.successTemplate,
    settings,
    row,
    { order_id: orderId }
  )
}

/** Where "back to the shop" leads on our own pages. */
export function backToShop(row: LedgerRow, settings: ReturnSettings): string {
  return row.returnTo
    ? filled(row.returnTo, settings, row, {})
    : settings.storefrontUrl
}

function filled(
  template: string,
  settings: ReturnSettings,
  row: LedgerRow,
  values: { order_id?: string; reason?: string }
): string {
  const url = fillTemplate(template, settings, {
    country: row.countryCode,
    cart_id: row.cartId,
    ...values,
  })
  return leadsToAllowedOrigin(url, settings) ? url : settings.storefrontUrl
}
