import { type z } from "zod"
import { type paymentLinkSchema } from "../../../api-schemas/payment-links"
import { linkToken } from "./payment-link-token"
import { linkStateOf, type PaymentLink } from "./payment-links"
import { qrCode } from "./qr-code"

/** A payment link as the admin API shows it. */
export type ListedLink = z.output<typeof paymentLinkSchema>

/** The public address of a link. */
export function linkUrl(
  link: { id: string; secret: string },
  backendUrl: string
): string {
  return `${backendUrl}/bpc/pay/${linkToken(link)}`
}

export function listedLink(
  link: PaymentLink,
  { backendUrl, now }: { backendUrl: string; now: Date }
): ListedLink {
  const state = linkStateOf(link, now)
  const url = state === "open" ? linkUrl(link, backendUrl) : null
  return {
    id: link.id,
    order_id: link.orderId,
    state,
    url,
    qr: url ? qrCode(url) : null,
    created_at: link.createdAt,
    created_by: link.createdBy,
    expires_at: link.expiresAt,
    revoked_at: link.revokedAt,
    revoked_by: link.revokedBy,
    paid_at: link.paidAt,
    paid_session_id: link.paidSessionId,
  }
}
