import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { BPC_MODULE } from "../../../../modules/bpc"
import { linkUrl } from "../../../../modules/bpc/payment-link-view"
import type BpcModuleService from "../../../../modules/bpc/service"
import { type ShopperPage } from "../../../../shopper-pages/page"
import { openPaymentLinkWorkflow } from "../../../../workflows"
import { languageFor, leadTo, showPage } from "../../shopper-answer"

const STATUS: Partial<Record<ShopperPage["kind"], number>> = {
  invalid: 404,
  link_expired: 410,
  link_revoked: 410,
  not_served: 409,
  unavailable: 503,
}

/** Somebody opens a payment link: to the gateway's page, or to a page of ours that says why there is nothing to pay. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const bpc = req.scope.resolve<BpcModuleService>(BPC_MODULE)
  const settings = await bpc.configuration.settings()
  const link = await bpc.paymentLinks.findByToken(req.params.token ?? "")
  const order = link && (await bpc.queries.orderBooks(link.orderId))
  const language = languageFor(req, order?.locale ?? null)
  const show = (page: ShopperPage) =>
    showPage(res, page, {
      status: STATUS[page.kind] ?? 200,
      language,
      shopUrl: settings.storefrontUrl,
    })
  if (!link) {
    show({ kind: "invalid" })
    return
  }
  if (req.method === "HEAD") {
    // Whoever only looks whether the link works opens no page at the gateway.
    res.status(200).end()
    return
  }

  const { result: visit } = await openPaymentLinkWorkflow(req.scope).run({
    input: { linkId: link.id, language },
  })
  const number = order?.number ?? null
  switch (visit.kind) {
    case "pay":
      return leadTo(res, visit.url)
    case "paid":
    case "nothing":
    case "not_served":
      return show({ kind: visit.kind, order: number })
    case "revoked":
      return show({ kind: "link_revoked", order: number })
    case "expired":
      return show({ kind: "link_expired", order: number })
    case "held":
      return show({ kind: "held" })
    case "unavailable":
      return show({
        kind: "unavailable",
        order: number,
        retryUrl: linkUrl(link, settings.backendUrl),
      })
  }
}
