import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { BPC_MODULE } from "../../../../modules/bpc"
import { type LedgerRow } from "../../../../modules/bpc/ledger"
import { type OrderBooks } from "../../../../modules/bpc/core-tables"
import { linkUrl } from "../../../../modules/bpc/payment-links"
import type BpcModuleService from "../../../../modules/bpc/service"
import { type About } from "../../../../shopper-pages/about"
import { type ShopperPage } from "../../../../shopper-pages/page"
import { openPaymentLinkWorkflow } from "../../../../workflows"
import { about, paymentOf } from "../../about"
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
  const show = async (page: ShopperPage, payment: About["payment"] = null) =>
    showPage(res, page, {
      status: STATUS[page.kind] ?? 200,
      language,
      shopUrl: settings.storefrontUrl,
      about: await about(req.scope, settings, payment),
    })
  if (!link) {
    return show({ kind: "invalid" })
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
      return show(
        { kind: "paid", order: number },
        paymentOf(await paidBy(bpc, link.id))
      )
    case "nothing":
      return show({ kind: "nothing", order: number })
    case "not_served":
      return show({ kind: "not_served", order: number }, owed(order))
    case "revoked":
      return show({ kind: "link_revoked", order: number })
    case "expired":
      return show({ kind: "link_expired", order: number })
    case "held":
      return show({ kind: "held" }, paymentOf(await heldFor(bpc, link.orderId)))
    case "unavailable":
      return show(
        {
          kind: "unavailable",
          order: number,
          retryUrl: linkUrl(link, settings.backendUrl),
        },
        owed(order)
      )
  }
}

/** What would be paid, if it could be; the page has the order's number. */
function owed(order: OrderBooks | undefined): About["payment"] {
  const next = order?.next
  return next ? { amount: next.amount, reference: null } : null
}

/** The payment that settled the order, as the link knows it by now. */
async function paidBy(
  bpc: BpcModuleService,
  linkId: string
): Promise<LedgerRow | undefined> {
  const id = (await bpc.paymentLinks.find(linkId))?.paidSessionId
  return id ? bpc.ledger.find(id) : undefined
}

async function heldFor(
  bpc: BpcModuleService,
  orderId: string
): Promise<LedgerRow | undefined> {
  const pages = await bpc.ledger.undecidedOf(orderId)
  return pages.find(({ state }) => state === "held")
}
