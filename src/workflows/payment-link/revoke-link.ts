import {
  type IPaymentModuleService,
  type MedusaContainer,
} from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { deletePaymentSessionsWorkflow } from "@medusajs/medusa/core-flows"
import { BPC_MODULE } from "../../modules/bpc"
import { type LedgerRow } from "../../modules/bpc/ledger"
import { linkStateOf, type PaymentLink } from "../../modules/bpc/payment-links"
import type BpcModuleService from "../../modules/bpc/service"
import { settle } from "../settle-session/settle"
import { underOrderLock } from "./order-lock"

export type RevokeLinkInput = {
  id: string
  /** E-mail of the admin user. */
  by: string
}

/**
 * Revokes a link and closes the order's open pages at the gateway: whoever opened the link before must not be able to pay
 * either. Another link of the same order opens a new page when it is used.
 *
 * @throws MedusaError with a sentence for the clerk
 */
export async function revokeLink(
  container: MedusaContainer,
  { id, by }: RevokeLinkInput
): Promise<void> {
  const bpc = container.resolve<BpcModuleService>(BPC_MODULE)
  const link = await bpc.paymentLinks.find(id)
  if (!link) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "There is no such payment link."
    )
  }
  const left = await underOrderLock(container, link.orderId, async () => {
    await markRevoked(bpc, link, by)
    return leavePages(container, bpc, link)
  })
  for (const page of left) {
    await settle(container, { id: page.id, trigger: { door: "admin" } })
  }
}

async function markRevoked(
  bpc: BpcModuleService,
  { id }: PaymentLink,
  by: string
): Promise<void> {
  if (await bpc.paymentLinks.revoke(id, by)) {
    return
  }
  const now = await bpc.paymentLinks.find(id)
  if (now && linkStateOf(now, new Date()) === "paid") {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "This link was paid already, so there is nothing to revoke. Give the money back with a refund in the order, if it should not be there."
    )
  }
}

/** Without its payment session no checkout can take a page up again. */
async function leavePages(
  container: MedusaContainer,
  bpc: BpcModuleService,
  link: PaymentLink
): Promise<LedgerRow[]> {
  const undecided = await bpc.ledger.undecidedOf(link.orderId)
  const open = undecided.filter(({ state }) => state === "open")
  const payments = container.resolve<IPaymentModuleService>(Modules.PAYMENT)
  const sessions = await payments.listPaymentSessions({
    id: open.map(({ paymentSessionId }) => paymentSessionId),
  })
  if (sessions.length > 0) {
    await deletePaymentSessionsWorkflow(container).run({
      input: { ids: sessions.map((session) => session.id) },
    })
  }
  for (const page of open) {
    await bpc.note(page.id, {
      kind: "link_revoked",
      details: { link_id: link.id },
    })
  }
  return open
}
