import { type LedgerRow } from "../../modules/bpc/ledger"
import { linkStateOf, linkUrl } from "../../modules/bpc/payment-links"
import { type ReturnAnswer } from "../../modules/bpc/return-address"
import type BpcModuleService from "../../modules/bpc/service"
import { type ShopperPage } from "../../shopper-pages/page"

/** What whoever paid an order by link reads on coming back; unpaid, with the way to the link if one still works. */
export async function orderPage(
  bpc: BpcModuleService,
  row: LedgerRow,
  answer: Extract<ReturnAnswer, { kind: "order_paid" | "order_unpaid" }>
): Promise<ShopperPage> {
  const orderId = row.forOrderId ?? ""
  const books = await bpc.queries.orderBooks(orderId)
  const order = books?.number ?? null
  if (answer.kind === "order_paid") {
    return { kind: "paid", order }
  }
  if (books?.outstanding?.minor === 0) {
    return answer.reason === "refunded"
      ? { kind: "returned", order, retryUrl: null }
      : { kind: "nothing", order }
  }
  const links = await bpc.paymentLinks.ofOrder(orderId)
  const open = links.find((link) => linkStateOf(link, new Date()) === "open")
  const { backendUrl } = await bpc.configuration.settings()
  return {
    kind: answer.reason === "refunded" ? "returned" : "unpaid",
    order,
    retryUrl: open ? linkUrl(open, backendUrl) : null,
  }
}
