import {
  type DeclineClass,
  type SessionReason,
  type SessionState,
} from "../../../api-schemas/vocabulary"
import {
  type CaptureMethod,
  type CurrencyCode,
  type GatewayPaymentId,
  type GatewaySessionId,
  type MerchantReference,
  type Money,
  gatewayPaymentId,
  gatewaySessionId,
  merchantReference,
  moneyOf,
  parseCurrency,
} from "../../../gateway"

/** One gateway session as we remember it: the row that exists before the shopper has a page to pay on. */
export type LedgerRow = Readonly<{
  /** Ours, `bpcses_…`; used in the admin's routes. */
  id: string
  providerId: string
  accountId: string
  mode: "test" | "live"
  paymentSessionId: string
  paymentCollectionId: string
  cartId: string | null
  /** The order that has this money; null as long as none has. */
  orderId: string | null
  /** The order whose outstanding amount this page asks for; null for a cart's page. */
  forOrderId: string | null
  merchantReferenceId: MerchantReference
  gatewaySessionId: GatewaySessionId | null
  gatewayPaymentId: GatewayPaymentId | null
  mdOrder: string | null
  paymentUrl: string | null
  returnSecret: string
  /** What was registered at the gateway. */
  amount: Money
  captureMethod: CaptureMethod
  state: SessionState
  reason: SessionReason | null
  captured: Money
  refunded: Money
  /** True for the one session whose money pays for its payment collection. */
  claimsCollection: boolean
  /** The page is being closed at the gateway; it can no longer be handed out again. */
  closing: boolean
  /** How often placing the order or refunding was tried. */
  attempts: number
  checks: number
  countryCode: string | null
  locale: string | null
  /** Where the shopper asked to be led instead of the templates: checked against the allow-list when it was taken, and when used. */
  returnTo: string | null
  expiresAt: Date | null
  retiredAt: Date | null
  nextCheckAt: Date | null
  /** Class of its last attempt to pay, where that was refused. */
  declineClass: DeclineClass | null
  /** When the gateway had told all that it tells of the card. */
  cardReadAt: Date | null
  /** When the bank was seen to have taken the money back. */
  chargedBackAt: Date | null
  /** Since when the job has not come to an end with it; null: it has. */
  failingSince: Date | null
  createdAt: Date
}>

/** A row as PostgreSQL's driver hands it over: bigint arrives as text. */
export type LedgerRecord = {
  id: string
  provider_id: string
  account_id: string
  mode: "test" | "live"
  payment_session_id: string
  payment_collection_id: string
  cart_id: string | null
  order_id: string | null
  for_order_id: string | null
  merchant_reference_id: string
  gateway_session_id: string | null
  gateway_payment_id: string | null
  md_order: string | null
  payment_url: string | null
  return_secret: string
  amount: string
  currency_code: string
  capture_method: CaptureMethod
  state: SessionState
  reason: SessionReason | null
  captured: string
  refunded: string
  claims_collection: boolean
  closing: boolean
  attempts: number
  checks: number
  country_code: string | null
  locale: string | null
  return_to: string | null
  expires_at: Date | null
  retired_at: Date | null
  next_check_at: Date | null
  decline_class: DeclineClass | null
  card_read_at: Date | null
  charged_back_at: Date | null
  failing_since: Date | null
  created_at: Date
}

export function toLedgerRow(record: LedgerRecord): LedgerRow {
  const currency = ledgerCurrency(record.currency_code)
  const money = (minor: string) => moneyOf(Number(minor), currency)
  return {
    id: record.id,
    providerId: record.provider_id,
    accountId: record.account_id,
    mode: record.mode,
    paymentSessionId: record.payment_session_id,
    paymentCollectionId: record.payment_collection_id,
    cartId: record.cart_id,
    orderId: record.order_id,
    forOrderId: record.for_order_id,
    merchantReferenceId: merchantReference(record.merchant_reference_id),
    gatewaySessionId: record.gateway_session_id
      ? gatewaySessionId(record.gateway_session_id)
      : null,
    gatewayPaymentId: record.gateway_payment_id
      ? gatewayPaymentId(record.gateway_payment_id)
      : null,
    mdOrder: record.md_order,
    paymentUrl: record.payment_url,
    returnSecret: record.return_secret,
    amount: money(record.amount),
    captureMethod: record.capture_method,
    state: record.state,
    reason: record.reason,
    captured: money(record.captured),
    refunded: money(record.refunded),
    claimsCollection: record.claims_collection,
    closing: record.closing,
    attempts: record.attempts,
    checks: record.checks,
    countryCode: record.country_code,
    locale: record.locale,
    returnTo: record.return_to,
    expiresAt: record.expires_at,
    retiredAt: record.retired_at,
    nextCheckAt: record.next_check_at,
    declineClass: record.decline_class,
    cardReadAt: record.card_read_at,
    chargedBackAt: record.charged_back_at,
    failingSince: record.failing_since,
    createdAt: record.created_at,
  }
}

/** Every code in the ledger passed `parseCurrency` on its way in. */
function ledgerCurrency(code: string): CurrencyCode {
  const currency = parseCurrency(code)
  if (!currency) {
    throw new Error(`The ledger holds the unknown currency "${code}"`)
  }
  return currency
}
