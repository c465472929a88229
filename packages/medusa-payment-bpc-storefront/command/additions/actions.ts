import { NO_MARK } from "../mark"
import { PACKAGE } from "../names"
import { type Manner } from "./components"

/** The server actions: the cart's cookie can be read and taken away only there. */
export function actions({ alias }: Pick<Manner, "alias">): string {
  return `"use server"

// Card payments, written by \`npx ${PACKAGE} storefront\` ${NO_MARK}; yours to change.
import { type HttpTypes } from "@medusajs/types"
import { type PaymentStatus, errorText } from "${PACKAGE}"
import { revalidateTag } from "next/cache"
import { sdk } from "${alias ? "@lib/config" : "../config"}"
import { getAuthHeaders, getCacheTag, getCartId, removeCartId } from "./cookies"

/**
 * Starts a payment as \`initiatePaymentSession\` of cart.ts does, and answers with what went wrong: in production Next hides from the
 * shopper what a server action throws.
 */
export async function startPaymentSession(
  cart: HttpTypes.StoreCart,
  data: HttpTypes.StoreInitializePaymentSession
): Promise<HttpTypes.StorePaymentCollectionResponse | { error: string }> {
  const headers = { ...(await getAuthHeaders()) }
  return sdk.store.payment
    .initiatePaymentSession(cart, data, {}, headers)
    .then(async (answer) => {
      revalidateTag(await getCacheTag("carts"))
      return answer
    })
    .catch((error: Failure) => ({ error: sentenceOf(error) }))
}

type Failure = Error & { status?: number; statusText?: string }

/** The shop's own sentence, where the answer has one; else that nothing was charged. */
function sentenceOf(error: Failure): string {
  const { status = Infinity, statusText, message } = error
  const said =
    status <= 500 &&
    message !== statusText &&
    message !== "An unknown error occurred."
  return (said && message) || errorText(error)
}

/** What became of a payment; asking neither completes the cart nor calls the gateway. */
export async function bpcPaymentStatus(
  paymentSessionId: string
): Promise<PaymentStatus> {
  return sdk.client
    .fetch<PaymentStatus>(
      \`/store/bpc/status/\${encodeURIComponent(paymentSessionId)}\`,
      { method: "GET", cache: "no-store" }
    )
    .catch((error: { status?: number }) => {
      // Of another backend, or long gone: nobody will ever know more.
      return { status: error.status === 404 ? "failed" : "pending" }
    })
}

/** Whether the shopper may be led to this cart's order: not away from another cart that they fill by now. */
export async function isNoOtherCart(cartId: string): Promise<boolean> {
  const current = await getCartId()
  return !current || current === cartId
}

/** Forgets the cart when it has become an order, so that the shop goes on with an empty one. */
export async function leaveCompletedCart(): Promise<void> {
  const cartId = await getCartId()
  if (!cartId) {
    return
  }
  const { cart } = await sdk.client.fetch<{
    cart: { completed_at?: string | null }
  }>(\`/store/carts/\${cartId}\`, {
    method: "GET",
    query: { fields: "id,completed_at" },
    headers: { ...(await getAuthHeaders()) },
    cache: "no-store",
  })
  if (!cart.completed_at) {
    return
  }
  await removeCartId()
  revalidateTag(await getCacheTag("carts"))
  revalidateTag(await getCacheTag("orders"))
}
`
}
