import { type ReturnSettings } from "./return-settings"

/** Schemes that would run in the browser instead of leading somewhere. */
const NEVER = new Set(["javascript:", "data:", "vbscript:", "blob:", "file:"])

/**
 * Whether a shopper may be led to this URL: the storefront's own origin, or one that the merchant listed. A custom scheme is listed
 * whole (`myapp://`) or with its first part only (`myapp://checkout`); a universal link by its https origin.
 */
export function leadsToAllowedOrigin(
  url: string,
  settings: Pick<ReturnSettings, "storefrontUrl" | "allowedReturnOrigins">
): boolean {
  if (!URL.canParse(url)) {
    return false
  }
  const target = new URL(url)
  if (NEVER.has(target.protocol) || target.username || target.password) {
    return false
  }
  return [settings.storefrontUrl, ...settings.allowedReturnOrigins].some(
    (allowed) => URL.canParse(allowed) && sameOrigin(new URL(allowed), target)
  )
}

function sameOrigin(one: URL, other: URL): boolean {
  return one.origin === "null"
    ? // Custom schemes have no origin of their own: scheme and host stand for it.
      one.protocol === other.protocol &&
        (one.host === "" || one.host === other.host)
    : one.origin === other.origin
}
