import { leadsToAllowedOrigin } from "./return-origin"
import { type ReturnSettings } from "./return-settings"

export type Placeholders = {
  country: string | null
  cart_id?: string | null
  order_id?: string
  reason?: string
}

const LONGEST = 500

/** Whether a checkout may ask to be led here afterwards: a URL, with placeholders or without, of an origin that is listed. */
export function isAllowedReturn(
  url: string,
  settings: ReturnSettings
): boolean {
  return (
    url.length <= LONGEST &&
    !/[\s\p{Cc}]/u.test(url) &&
    leadsToAllowedOrigin(url.replace(/\{\w+\}/g, "x"), settings)
  )
}

/**
 * The URL that a checkout asked for, as a template for both ways back: it gets `order_id` or `payment_error` as a parameter unless it
 * has the placeholder.
 */
export function asTemplate(url: string, way: "order" | "error"): string {
  const [placeholder, parameter] =
    way === "order"
      ? (["{order_id}", "order_id"] as const)
      : (["{reason}", "payment_error"] as const)
  if (url.includes(placeholder)) {
    return url
  }
  const [, base = "", fragment = ""] = /^([^#]*)(#.*)?$/s.exec(url) ?? []
  const joint = base.includes("?") ? "&" : "?"
  return `${base}${joint}${parameter}=${placeholder}${fragment}`
}

/** Fills `{storefront}`, `{country}`, `{order_id}`, `{reason}`, `{cart_id}`; every value but the storefront is encoded. */
export function fillTemplate(
  template: string,
  settings: ReturnSettings,
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

/** A template with example values, for the settings page. */
export function previewTemplate(
  template: string,
  settings: ReturnSettings
): string {
  return fillTemplate(template, settings, {
    country: "de",
    cart_id: "cart_01",
    order_id: "order_01",
    reason: "not_completed",
  })
}
