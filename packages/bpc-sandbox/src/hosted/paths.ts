import type { PaymentRecord, SessionRecord } from "../model"

export const PAYMENT_PAGE = "/payment/merchants/ecom/payment.html"
export const CANCEL_PAGE = "/payment/merchants/ecom/cancel.html"
export const CHALLENGE_PAGE = "/payment/acs/challenge.html"

/** `failed` names the attempt whose decline the page shows. */
export function paymentPath(
  session: SessionRecord,
  language: string,
  failed?: PaymentRecord
): string {
  const query = new URLSearchParams({ mdOrder: session.mdOrder, language })
  if (failed) query.set("attempt", failed.id)
  return `${PAYMENT_PAGE}?${query}`
}

export function cancelPath(session: SessionRecord): string {
  return `${CANCEL_PAGE}?${new URLSearchParams({ mdOrder: session.mdOrder })}`
}

export function challengePath(
  payment: PaymentRecord,
  language: string
): string {
  return `${CHALLENGE_PAGE}?${new URLSearchParams({ attempt: payment.id, language })}`
}
