import { type BpcCart, type BpcPage } from "./cart"
import { type StartOptions, startPayment } from "./start-payment"

export type RedirectOptions<Cart extends BpcCart = BpcCart> =
  StartOptions<Cart> & {
    /** `new`: a new tab, where the browser allows one; else, and by default, the same one. */
    target?: "same" | "new"
  }

/** The gateway may be slow to answer; after this long the shopper may press the button again, and is led to the same page. */
const LEAVING_MS = 10_000

const running = new Map<string, Promise<void>>()
let opened: { tab: Window; url: string } | undefined

/**
 * Sends the shopper to the hosted page. Calls for the same cart while one is under way are that one: two clicks start one payment.
 * To be called in the click itself when a new tab is wanted, else the browser blocks it.
 *
 * Resolves when the shopper can use this page again: after "back", when a new tab has opened, or when leaving takes very long.
 *
 * @throws BpcPaymentError; nothing was charged and the shopper is where they were
 */
export function redirectToPayment<Cart extends BpcCart>(
  cart: Cart,
  options: RedirectOptions<Cart> = {}
): Promise<void> {
  const present = running.get(cart.id)
  if (present) {
    return present
  }
  const job = redirect(cart, options).finally(() => running.delete(cart.id))
  running.set(cart.id, job)
  return job
}

async function redirect<Cart extends BpcCart>(
  cart: Cart,
  options: RedirectOptions<Cart>
): Promise<void> {
  // Before anything is waited for: browsers open tabs only in answer to the click itself.
  const tab = options.target === "new" ? window.open("", "_blank") : null
  let page: BpcPage
  try {
    page = await startPayment(cart, options)
  } catch (error) {
    tab?.close()
    throw error
  }
  if (!tab || tab.closed) {
    location.assign(page.url)
    return left()
  }
  if (opened?.url === page.url && !opened.tab.closed) {
    tab.close()
    opened.tab.focus()
    return
  }
  opened = { tab, url: page.url }
  tab.opener = null
  tab.location.replace(page.url)
}

function left(): Promise<void> {
  return new Promise((resolve) => {
    addEventListener("pageshow", () => resolve(), { once: true })
    setTimeout(resolve, LEAVING_MS)
  })
}
