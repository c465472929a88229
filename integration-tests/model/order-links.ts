import { linksOf } from "../support/owing-orders"
import { type OrderLife } from "./order-life"
import { type World } from "./world"

/* Payment links of what an order owes: made, followed, paid, and what their pages ask for. */

/** A link is made and followed. @returns what the shopper saw */
export async function openLink(world: World, life: OrderLife): Promise<string> {
  const { clerk, gateway } = world
  const { body, status } = await clerk.call<{
    payment_link?: { url: string | null }
    message?: string
  }>("POST", "/admin/bpc/payment-links", { order_id: life.orderId })
  const url = body.payment_link?.url
  if (!url) {
    return `no link: ${status} ${body.message ?? ""}`
  }
  const { status: seen, location } = await life.buyer.visit(url)
  const page = gateway
    .listSessions()
    .find(({ paymentUrl }) => paymentUrl === location)
  if (page && !life.linkPages.includes(page.id)) {
    life.linkPages.push(page.id)
  }
  return `${seen} ${page ? `${page.id} asks ${page.amount}` : location}`
}

/** Pays the newest page of a link, even if what it asks for has changed meanwhile; opens one if there is none. */
export async function payLink(world: World, life: OrderLife): Promise<string> {
  const { gateway } = world
  const isOpen = (page: string) => gateway.getSession(page).status === "open"
  const opened = life.linkPages.some(isOpen) || (await openLink(world, life))
  const page = life.linkPages.findLast(isOpen)
  if (!page) {
    return `no page: ${opened}`
  }
  const { redirectUrl } = await gateway.pay(page)
  const view = redirectUrl ? await life.buyer.visit(redirectUrl) : undefined
  return `paid ${page}: ${view?.status} ${view?.location ?? ""}`
}

/** What our own link asks for, in minor units, and why it asks for nothing. */
export async function askedOf(
  { clerk }: World,
  life: OrderLife
): Promise<{ asked: number; obstacle: string | null }> {
  const links = await linksOf(clerk, life.orderId)
  return { asked: links.outstanding.amount, obstacle: links.obstacle_code }
}

/** Pages that can be paid at this moment and ask for more than the order owes; looked at when everything has come to rest. */
export async function pagesAskTooMuch(
  world: World,
  life: OrderLife
): Promise<string[]> {
  const open = life.linkPages
    .map((page) => world.gateway.getSession(page))
    .filter(({ status }) => status === "open")
  if (open.length === 0) {
    return []
  }
  const { asked } = await askedOf(world, life)
  return open
    .filter(({ amount }) => amount > asked)
    .map(
      ({ id, amount }) =>
        `${id} can be paid with ${amount}, and the order owes ${asked}`
    )
}
