import {
  type BpcCart,
  type BpcPage,
  type BpcPaymentCollection,
  pageOf,
  paymentUrl,
  sessionOf,
} from "./cart"
import { rememberPayment } from "./memory"
import { BpcPaymentError, type StoreApi, callStore } from "./store-api"

/** A cart, or the answer of the store API that starts a payment session. */
export type WithPaymentCollection = {
  payment_collection?: BpcPaymentCollection | null
}

/**
 * Who is asked for the page: the store API, or a function such as a server action. The shop hands out the open page again as long as
 * nothing has changed, and else a new one; a cart that was read some time ago cannot know that.
 */
export type StartOptions<Cart extends BpcCart = BpcCart> = StoreApi & {
  /** Creates a payment session for the cart and answers with what Medusa answers. Comes before `backendUrl`. */
  onRenew?: (
    cart: Cart
  ) => Promise<WithPaymentCollection | null | undefined | void>
  /** Needed only with the plugin's option `id`. */
  providerId?: string
  /** Language of the hosted page and of error texts, such as `de`; default: the page's, else the browser's. */
  locale?: string
  /**
   * Where the shopper comes back to instead of the shop's templates: a URL on the shop's allow-list, such as
   * `myshop://order/{order_id}`.
   */
  returnTo?: string
}

type Created = { payment_collection: BpcPaymentCollection }

/**
 * Gives the address of the hosted page on which the cart is paid: from the shop, if the options say how to ask it, else from the cart.
 * The payment is remembered in this browser, so that its order is found when the tab is closed.
 *
 * @throws BpcPaymentError; nothing was charged
 */
export async function startPayment<Cart extends BpcCart>(
  cart: Cart,
  options: StartOptions<Cart> = {}
): Promise<BpcPage> {
  const { onRenew, backendUrl } = options
  const page = pageOf(
    onRenew || backendUrl || !paymentUrl(cart)
      ? await renewed(cart, options)
      : cart
  )
  if (!page) {
    throw new BpcPaymentError("failed")
  }
  rememberPayment({
    paymentSessionId: page.paymentSessionId,
    cartId: cart.id,
  })
  return page
}

async function renewed<Cart extends BpcCart>(
  cart: Cart,
  options: StartOptions<Cart>
): Promise<WithPaymentCollection> {
  const { onRenew, backendUrl, providerId, locale, returnTo } = options
  if (onRenew) {
    return (await onRenew(cart)) ?? {}
  }
  if (!backendUrl) {
    throw new Error(
      "medusa-payment-bpc-storefront: no backendUrl and no onRenew"
    )
  }
  const { id } =
    cart.payment_collection ??
    (
      await callStore<Created>(options, "payment-collections", {
        body: { cart_id: cart.id },
      })
    ).payment_collection
  return callStore<Created>(
    options,
    `payment-collections/${id}/payment-sessions`,
    {
      body: {
        provider_id: providerId ?? sessionOf(cart)?.provider_id ?? "pp_bpc_bpc",
        data: { locale: locale ?? shopperLocale(), return_to: returnTo },
      },
    }
  )
}

/** The language of the page, else of the browser; undefined outside of a browser. */
export function shopperLocale(): string | undefined {
  return (
    globalThis.document?.documentElement.lang ||
    globalThis.navigator?.language ||
    undefined
  )
}
