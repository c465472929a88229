import { type Settings } from "./settings"
import { type LedgerRow } from "./ledger-row"
import { leadsToAllowedOrigin } from "./return-origin"
import { type ReturnSide } from "./return-token"

/** Why the storefront gets its shopper back without an order; the `{reason}` of the failure template. */
export type PaymentErrorReason =
  "not_completed" | "expired" | "canceled" | "failed" | "refunded"

export type ReturnAnswer =
  | { kind: "redirect"; url: string }
  /** Not decided yet: the shopper sees a page that asks again. */
  | { kind: "checking" }
  | { kind: "held" }

/**
 * Where the shopper goes, from the ledger alone. The URL that the gateway chose (`side`) matters only while the page is still
 * open: coming back from its failure side means "not now", and the same page can be used again.
 */
export function returnAnswer(
  row: LedgerRow,
  side: ReturnSide,
  settings: Settings
): ReturnAnswer {
  const failed = (reason: PaymentErrorReason): ReturnAnswer => ({
    kind: "redirect",
    url: fillTemplate(settings.failureTemplate, settings, row, { reason }),
  })
  if (row.orderId && ["paid", "authorized", "refunded"].includes(row.state)) {
    return {
      kind: "redirect",
      url: fillTemplate(settings.successTemplate, settings, row, {
        order_id: row.orderId,
      }),
    }
  }
  switch (row.state) {
    case "creating":
    case "open":
      return side === "failure" ? failed("not_completed") : { kind: "checking" }
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

type Placeholders = {
  country: string | null
  cart_id?: string | null
  order_id?: string
  reason?: string
}

function fillTemplate(
  template: string,
  settings: Settings,
  row: LedgerRow,
  values: { order_id?: string; reason?: string }
): string {
  const url = fill(template, settings, {
    country: row.countryCode,
    cart_id: row.cartId,
    ...values,
  })
  return leadsToAllowedOrigin(url, settings) ? url : settings.storefrontUrl
}

/** A template with example values, for the settings page. */
export function previewTemplate(template: string, settings: Settings): string {
  return fill(template, settings, {
    country: "de",
    cart_id: "cart_01",
    order_id: "order_01",
    reason: "not_completed",
  })
}

/** Fills `{storefront}`, `{country}`, `{order_id}`, `{reason}`, `{cart_id}`; every value but the storefront is encoded. */
function fill(
  template: string,
  settings: Settings,
  values: Placeholders
): string {
  const encoded = new Map(
    Object.entries(values).map(([name, value]) => [
      name,
      encodeURIComponent(value ?? ""),
    ])
  )
  const rest = template
    .replace("{storefront}", "")
    // A checkout without a country has no country segment, not an empty one.
    .replaceAll("/{country}", (segment) => (values.country ? segment : ""))
    .replace(/\{(\w+)\}/g, (_, name: string) => encoded.get(name) ?? "")
    .replace(/^\/\//, "/")
  return template.startsWith("{storefront}")
    ? settings.storefrontUrl + rest
    : rest
}
