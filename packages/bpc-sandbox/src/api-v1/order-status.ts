import { booksOf } from "../books"
import { currencyNumber } from "../currency"
import type { Faults } from "../faults"
import { fundedPayment, type RefundRecord, type SessionRecord } from "../model"
import type { WireObject } from "../wire"

type Settings = Faults["v1"]

/** What `getOrderStatusExtended.do` tells (reference, section 15.2), as far as the merchant's version goes. */
export function orderStatus(
  session: SessionRecord,
  settings: Settings
): WireObject {
  const amount = (minor: number) =>
    settings.amounts === "text" ? String(minor) : minor
  const state = stateOf(session)
  return {
    orderNumber: session.merchantReferenceId,
    orderStatus: STATUS[state],
    ...lastAttempt(session, state),
    amount: amount(session.amount),
    currency: currencyNumber(session.currency),
    date: session.createdAt,
    attributes: [{ name: "mdOrder", value: session.mdOrder }],
    ...(settings.version >= 3 && {
      paymentAmountInfo: amounts(session, settings, amount),
    }),
    ...(settings.version >= 5 && refunds(session, settings, amount)),
    ...(settings.card === "told" && card(session, settings.version)),
    ...(settings.version >= 6 && {
      chargeback: fundedPayment(session)?.chargedBack === true,
    }),
  }
}

/** The result of the last attempt; its text is localized and changes, so that nobody should decide by it (V1 facts, section 1). */
function lastAttempt(session: SessionRecord, state: State): WireObject {
  const failure = session.payments.at(-1)?.failure
  if (failure && !fundedPayment(session)) {
    return { actionCode: failure.code, actionCodeDescription: failure.message }
  }
  return { actionCode: UNTRIED[state] ?? "0", actionCodeDescription: "" }
}

const UNTRIED: Partial<Record<State, string>> = {
  CREATED: "-100",
  DECLINED: "-2007",
}

const SYSTEMS: Record<string, string> = {
  Visa: "VISA",
  Mastercard: "MASTERCARD",
}

/** Which fields come depends on the version set for the merchant (V1 facts, section 1). */
function card(session: SessionRecord, version: number): WireObject {
  const payment = fundedPayment(session) ?? session.payments.at(-1)
  if (!payment) return {}
  const { scheme, last4, bin = "000000", eci } = payment.card
  const since = <T extends object>(first: number, fields: T) =>
    version >= first ? fields : {}
  return {
    cardAuthInfo: {
      maskedPan: `${bin}**${last4}`,
      expiration: "203412",
      cardholderName: "SANDBOX SHOPPER",
      ...(payment.approvalCode && { approvalCode: payment.approvalCode }),
      ...since(8, { paymentSystem: SYSTEMS[scheme] ?? "OTHER" }),
      ...(eci && { secureAuthInfo: { eci } }),
    },
    ...since(2, {
      ...(payment.rrn && { authRefNum: payment.rrn }),
      terminalId: "12345678",
      authDateTime: payment.createdAt,
    }),
    ...since(3, {
      bankInfo: { bankName: "SANDBOX BANK", bankCountryCode: "RO" },
    }),
    ...since(9, { paymentWay: payment.paymentWay ?? "CARD" }),
  }
}

type State =
  | "CREATED"
  | "STARTED"
  | "DECLINED"
  | "APPROVED"
  | "PARTLY"
  | "DEPOSITED"
  | "REVERSED"
  | "REFUNDED"

const STATUS: Record<State, number> = {
  CREATED: 0,
  APPROVED: 1,
  DEPOSITED: 2,
  REVERSED: 3,
  REFUNDED: 4,
  STARTED: 5,
  DECLINED: 6,
  PARTLY: 8,
}

const PAYMENT_STATE: Record<State, string> = {
  CREATED: "CREATED",
  STARTED: "CREATED",
  DECLINED: "DECLINED",
  APPROVED: "APPROVED",
  PARTLY: "DEPOSITED",
  DEPOSITED: "DEPOSITED",
  REVERSED: "REVERSED",
  REFUNDED: "REFUNDED",
}

function stateOf(session: SessionRecord): State {
  const payment = fundedPayment(session)
  if (!payment) {
    if (session.status === "expired") return "DECLINED"
    return session.payments.some((one) => one.status === "requiresAction")
      ? "STARTED"
      : "CREATED"
  }
  if (payment.status === "canceled") return "REVERSED"
  if (payment.refunded > 0) return "REFUNDED"
  if (payment.status !== "requiresCapture") return "DEPOSITED"
  return payment.captured > 0 ? "PARTLY" : "APPROVED"
}

/** The order's present `depositedAmount`: a refund lowers it (section 15.5), unless the switch says otherwise. */
export function depositedAmount(
  session: SessionRecord,
  settings: Settings
): number {
  const { captured, refunded } = booksOf(session)
  return settings.depositedAmount === "net" ? captured - refunded : captured
}

function amounts(
  session: SessionRecord,
  settings: Settings,
  amount: (minor: number) => unknown
): WireObject {
  const books = booksOf(session)
  return {
    paymentState: PAYMENT_STATE[stateOf(session)],
    ...(session.captureMethod === "manual" && {
      approvedAmount: amount(books.authorized),
    }),
    depositedAmount: amount(depositedAmount(session, settings)),
    refundedAmount: amount(books.refunded),
  }
}

const ACTION_CODE: Record<RefundRecord["status"], string> = {
  succeeded: "0",
  pending: "1120",
  failed: "124",
}

function refunds(
  session: SessionRecord,
  settings: Settings,
  amount: (minor: number) => unknown
): WireObject {
  const entries = session.refunds.map((refund, index) => ({
    date: refund.createdAt,
    amount: amount(refund.amount),
    actionCode: ACTION_CODE[refund.status],
    referenceNumber: String(100_000_000_000 + index),
    ...(settings.version >= 21 &&
      refund.merchantReferenceId !== undefined && {
        externalRefundId: refund.merchantReferenceId,
      }),
  }))
  if (entries.length === 0) return {}
  return {
    refunds:
      settings.refunds === "object" && entries.length === 1
        ? entries[0]
        : entries,
  }
}
