import { type BpcCart, type BpcPage } from "./cart"
import { type StartOptions, startPayment } from "./start-payment"
import { BpcPaymentError } from "./store-api"

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
 * Sends the shopper to the hosted page, out of a frame too. Calls for the same cart while one is under way are that one: two clicks start one payment.
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
    return go(page.url)
  }
  if (isShown(page.url)) {
    tab.close()
    return
  }
  show(page.url, tab)
}

/** The hosted page refuses to be shown in a frame: a checkout in one leads its whole window there, else a new tab. */
function go(url: string): Promise<void> {
  const { top } = window
  if (!top || top === window.self) {
    location.assign(url)
    return left()
  }
  try {
    // The only way that is open to a frame of another origin.
    top.location.href = url
    return left()
  } catch {
    if (isShown(url)) {
      return Promise.resolve()
    }
    const tab = window.open("", "_blank")
    if (!tab) {
      throw new BpcPaymentError("failed")
    }
    show(url, tab)
    return Promise.resolve()
  }
}

/** Whether a tab has the page already, which is brought to the front then. */
function isShown(url: string): boolean {
  const known = opened?.url === url && !opened.tab.closed
  if (known) {
    opened?.tab.focus()
  }
  return known
}

function show(url: string, tab: Window): void {
  opened = { tab, url }
  // In this order: a sandboxed frame may only lead a tab that it has a hold on, and the page is there later than the hold is gone.
  tab.location.replace(url)
  try {
    tab.opener = null
  } catch {
    // A frame without an origin keeps the hold; the page that has it in turn is the gateway's.
  }
}

function left(): Promise<void> {
  return new Promise((resolve) => {
    addEventListener("pageshow", () => resolve(), { once: true })
    setTimeout(resolve, LEAVING_MS)
  })
}
