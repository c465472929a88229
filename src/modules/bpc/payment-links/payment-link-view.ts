import { linkToken } from "./payment-link-token"
import { linkStateOf, type LinkState, type PaymentLink } from "./payment-links"
import { type QrCode, qrCode } from "./qr-code"

/** A payment link as the admin API shows it. */
export type ListedLink = {
  id: string
  order_id: string
  state: LinkState
  /** Null once the link is of no use. */
  url: string | null
  qr: QrCode | null
  created_at: Date
  created_by: string
  expires_at: Date
  revoked_at: Date | null
  revoked_by: string | null
  paid_at: Date | null
  /** The ledger's id of the payment that settled the order. */
  paid_session_id: string | null
}

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
