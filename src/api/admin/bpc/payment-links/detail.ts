import { type MedusaRequest } from "@medusajs/framework/http"
import { type z } from "zod"
import {
  type paymentLinkAnswer,
  type paymentLinksAnswer,
} from "../../../../api-schemas/payment-links"
import { exponentOf } from "../../../../gateway"
import { listedLink } from "../../../../modules/bpc/payment-links"
import { obstacleToLink } from "../../../../workflows/payment-link/create-link"
import { bpcOf, notFound } from "../answers"

/** One link. @throws MedusaError 404 */
export async function linkDetail(
  req: MedusaRequest,
  id: string
): Promise<z.output<typeof paymentLinkAnswer>> {
  const bpc = bpcOf(req)
  const link = (await bpc.paymentLinks.find(id)) ?? notFound("payment link")
  const { backendUrl } = await bpc.configuration.settings()
  return { payment_link: listedLink(link, { backendUrl, now: new Date() }) }
}

/** An order's links, newest first, with what the order owes now and why no link can be made. @throws MedusaError 404 */
export async function linksOfOrder(
  req: MedusaRequest,
  orderId: string
): Promise<z.output<typeof paymentLinksAnswer>> {
  const bpc = bpcOf(req)
  const [order, links, { backendUrl }] = await Promise.all([
    bpc.queries.orderBooks(orderId),
    bpc.paymentLinks.ofOrder(orderId),
    bpc.configuration.settings(),
  ])
  const { outstanding } = order ?? notFound("order")
  const obstacle = order && (await obstacleToLink(bpc, order))
  const now = new Date()
  return {
    payment_links: links.map((link) => listedLink(link, { backendUrl, now })),
    outstanding: outstanding && {
      amount: outstanding.minor,
      currency_code: outstanding.currency,
      exponent: exponentOf(outstanding.currency),
    },
    obstacle: obstacle?.message ?? null,
    obstacle_code: obstacle?.code ?? null,
  }
}
