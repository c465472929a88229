import type { SessionRecord } from "./model"

/** Where the shopper's browser goes: the shop's own URL with `sessionId` appended (reference, sections 4.6 and 12.3). */
export function returnUrl(
  session: SessionRecord,
  side: "success" | "failure"
): string {
  const url = side === "success" ? session.successUrl : session.failureUrl
  const [, base = url, fragment = ""] = /^([^#]*)(#.*)?$/.exec(url) ?? []
  const joint = base.includes("?") ? "&" : "?"
  return `${base}${joint}sessionId=${encodeURIComponent(session.id)}${fragment}`
}

export function paymentPageUrl(
  publicUrl: string,
  session: SessionRecord
): string {
  const language = session.locale.toLowerCase()
  return `${publicUrl}/payment/merchants/ecom/payment.html?mdOrder=${session.mdOrder}&language=${language}`
}
