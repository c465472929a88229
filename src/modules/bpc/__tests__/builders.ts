import {
  type GatewaySession,
  type Money,
  gatewaySessionId,
  merchantReference,
  moneyOf,
  parseCurrency,
  parseSession,
} from "../../../gateway"
import { type Settings } from "../settings"
import { type Situation } from "../core-tables"
import { type LedgerRow } from "../ledger"

/*
 * What the unit tests of ledger, verdict, decision and return pages are made of. Each builder answers one ordinary case, a
 * page of 100.00 EUR that nobody has paid yet; a test names only what differs from it.
 */

export const PAYMENT_SESSION_ID = "payses_01JD3K4Q5R6S7T8V9W0X1Y2Z3A"
export const GATEWAY_SESSION_ID =
  "ps_2GRSigkh7m3hqz5pMCAYCzJaXjsHgypQui6nMBss3XLVLF8gwDASHP"
export const RETURN_SECRET = "Zm9yLXRlc3RzLW9ubHktMzItYnl0ZXMtbG9uZy0hISE"

/** @param minor in minor units */
export function money(minor: number, code = "EUR"): Money {
  const currency = parseCurrency(code)
  if (!currency) {
    throw new Error(`${code} is not a currency`)
  }
  return moneyOf(minor, currency)
}

export function aLedgerRow(changes: Partial<LedgerRow> = {}): LedgerRow {
  const amount = changes.amount ?? money(10_000)
  const nothing = { ...amount, minor: 0 }
  return {
    id: "bpcses_01JD3K4Q5R6S7T8V9W0X1Y2Z3B",
    providerId: "pp_bpc_bpc",
    accountId: "config-test-gateway.example",
    mode: "test",
    paymentSessionId: PAYMENT_SESSION_ID,
    paymentCollectionId: "pay_col_1",
    cartId: "cart_1",
    orderId: null,
    forOrderId: null,
    merchantReferenceId: merchantReference(PAYMENT_SESSION_ID),
    gatewaySessionId: gatewaySessionId(GATEWAY_SESSION_ID),
    gatewayPaymentId: null,
    mdOrder: null,
    paymentUrl: "https://gateway.example/payment.html?mdOrder=1",
    returnSecret: RETURN_SECRET,
    amount,
    captureMethod: "automatic",
    state: "open",
    reason: null,
    captured: nothing,
    refunded: nothing,
    claimsCollection: false,
    closing: false,
    attempts: 0,
    checks: 0,
    countryCode: "de",
    locale: null,
    returnTo: null,
    expiresAt: new Date("2026-11-20T12:20:00Z"),
    retiredAt: null,
    nextCheckAt: null,
    declineClass: null,
    cardReadAt: null,
    chargedBackAt: null,
    failingSince: null,
    createdAt: new Date("2026-11-20T12:00:00Z"),
    ...changes,
  }
}

/** A row whose money the gateway confirmed and whose order is still to come. */
export function aClaimedRow(changes: Partial<LedgerRow> = {}): LedgerRow {
  const state = changes.state ?? "paid"
  const amount = changes.amount ?? money(10_000)
  return aLedgerRow({
    state,
    amount,
    captured: state === "paid" ? amount : { ...amount, minor: 0 },
    claimsCollection: true,
    ...changes,
  })
}

/** A row whose money an order has. */
export function aSettledRow(changes: Partial<LedgerRow> = {}): LedgerRow {
  return aClaimedRow({ orderId: "order_1", ...changes })
}

/** A row whose money no order could take, while giving it back is not finished. */
export function aRowBeingGivenBack(
  changes: Partial<LedgerRow> = {}
): LedgerRow {
  return aClaimedRow({
    claimsCollection: false,
    reason: "cart_changed",
    ...changes,
  })
}

/** An open cart that asks for 100.00 EUR and whose payment session waits for this page. */
export function aSituation(changes: Partial<Situation> = {}): Situation {
  return {
    paymentSession: { id: PAYMENT_SESSION_ID, status: "pending" },
    collectionAmount: money(10_000),
    cart: { id: "cart_1", completed: false },
    paidOtherwise: false,
    isDue: true,
    orderId: null,
    outstanding: null,
    placed: null,
    misstated: null,
    openChange: null,
    missingCredit: null,
    payment: null,
    orderCanceled: false,
    claimedByOther: false,
    paidWithOtherProvider: false,
    inDoubtSince: null,
    unansweredSince: null,
    unsent: [],
    unbooked: [],
    miscounted: null,
    ...changes,
  }
}

export function aMedusaPayment(
  changes: Partial<NonNullable<Situation["payment"]>> = {}
): NonNullable<Situation["payment"]> {
  return {
    id: "pay_1",
    captured: money(0),
    refunded: money(0),
    canceled: false,
    ...changes,
  }
}

const OPEN_SESSION_ON_THE_WIRE = {
  id: GATEWAY_SESSION_ID,
  amount: 10_000,
  currency: "EUR",
  status: "open",
  paymentStatus: "unpaid",
  merchantReferenceId: PAYMENT_SESSION_ID,
  paymentData: { captureMethod: "automatic" },
}

/** The gateway's answer as JSON, read as the client reads it; a field of `undefined` is left out. */
export function anAnswerOnTheWire(
  changes: Record<string, unknown> = {}
): GatewaySession {
  const fields = Object.entries({ ...OPEN_SESSION_ON_THE_WIRE, ...changes })
  const parsed = parseSession(
    Object.fromEntries(fields.filter(([, value]) => value !== undefined)),
    { allowHttp: false }
  )
  if (!parsed.ok) {
    throw new Error(parsed.error)
  }
  return parsed.value
}

type Phase = GatewaySession["phase"]
type Payment = NonNullable<GatewaySession["payment"]>

const WORDS: Record<
  Phase,
  Pick<GatewaySession, "status" | "paymentStatus"> & {
    payment?: Payment["status"]
  }
> = {
  open: { status: "open", paymentStatus: "unpaid" },
  authorized: {
    status: "completed",
    paymentStatus: "authorized",
    payment: "requires_capture",
  },
  paid: { status: "completed", paymentStatus: "paid", payment: "succeeded" },
  canceled: { status: "expired", paymentStatus: "unpaid", payment: "canceled" },
  expired: { status: "expired", paymentStatus: "unpaid" },
  unknown: { status: "unknown", paymentStatus: "unknown" },
}

/** An answer in this phase, with the words and the payment that a gateway says it with. */
export function anAnswer(
  phase: Phase,
  { payment, ...changes }: AnswerChanges = {}
): GatewaySession {
  const { payment: status, ...words } = WORDS[phase]
  return {
    ...anAnswerOnTheWire(),
    ...words,
    phase,
    ...(status && { payment: { status, rawStatus: status, ...payment } }),
    ...changes,
  }
}

type AnswerChanges = Partial<Omit<GatewaySession, "payment" | "phase">> & {
  payment?: Partial<Payment>
}

export function someSettings(changes: Partial<Settings> = {}): Settings {
  return {
    mode: "test",
    captureMethod: "automatic",
    backendUrl: "https://api.shop.example",
    storefrontUrl: "https://shop.example",
    successTemplate: "{storefront}/{country}/order/{order_id}/confirmed",
    failureTemplate:
      "{storefront}/{country}/checkout?step=payment&payment_error={reason}",
    captureOnShipment: "off",
    captureWarningDays: 6,
    allowedReturnOrigins: [],
    locale: null,
    contact: null,
    latePayment: "refund",
    webhookToleranceSeconds: 300,
    webhookSignatureVariant: null,
    ...changes,
  }
}
