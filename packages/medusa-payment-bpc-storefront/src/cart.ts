/** The part of a Medusa payment session that the kit reads; Medusa's own `StorePaymentSession` fits. */
export type BpcPaymentSession = {
  id: string
  provider_id: string
  data?: Record<string, unknown> | null
}

/** The part of a Medusa payment collection that the kit reads. */
export type BpcPaymentCollection = {
  id: string
  payment_sessions?: readonly BpcPaymentSession[] | null
}

/**
 * The part of a Medusa cart that the kit reads; Medusa's own `StoreCart` fits. `total` is in major units, as Medusa gives it, and
 * only for the button's label.
 */
export type BpcCart = {
  id: string
  total?: number
  currency_code?: string
  payment_collection?: BpcPaymentCollection | null
}

/** A hosted page that is open for a payment session. */
export type BpcPage = { url: string; paymentSessionId: string }

/** A page with less of its life left is renewed before the shopper is sent there. */
const MINIMUM_LIFE_MS = 60_000

/** Whether a payment provider's id (`pp_bpc_bpc`, or `pp_bpc_<id>` with the plugin's option `id`) is this plugin's. */
export function isBpc(providerId: string | null | undefined): boolean {
  return !!providerId && providerId.startsWith("pp_bpc_")
}

/** The address of the cart's hosted page; undefined when there is none, or when it has expired or is about to. */
export function paymentUrl(
  cart: Pick<BpcCart, "payment_collection">
): string | undefined {
  const { expiresAt } = sessionOf(cart)?.data ?? {}
  return typeof expiresAt === "string" &&
    Date.parse(expiresAt) < Date.now() + MINIMUM_LIFE_MS
    ? undefined
    : pageOf(cart)?.url
}

export function sessionOf({
  payment_collection,
}: Pick<BpcCart, "payment_collection">): BpcPaymentSession | undefined {
  return payment_collection?.payment_sessions?.find(({ provider_id }) =>
    isBpc(provider_id)
  )
}

/** The cart's page, whatever is left of its life. */
export function pageOf(
  cart: Pick<BpcCart, "payment_collection">
): BpcPage | undefined {
  const session = sessionOf(cart)
  const url = session?.data?.paymentUrl
  return session && typeof url === "string" && /^https?:\/\//.test(url)
    ? { url, paymentSessionId: session.id }
    : undefined
}
