import { type Money } from "./money"
import {
  type CaptureMethod,
  type GatewayPaymentStatus,
  type SessionPaymentStatus,
  type SessionStatus,
} from "./session-status"

/**
 * What a session means for the money. `unknown` means: keep asking and write it down; it is never an error and never paid.
 * A refunded payment stays `paid`; the refund shows in the totals.
 */
export type SessionPhase =
  "open" | "authorized" | "paid" | "canceled" | "expired" | "unknown"

export type PhaseInput = {
  status: SessionStatus
  paymentStatus: SessionPaymentStatus
  captureMethod: CaptureMethod | undefined
  payment?: { status: GatewayPaymentStatus; capturable?: Money } | undefined
}

/**
 * Section 13, row 4. The payment decides when it can be read; the session's own words decide otherwise. Total and pure.
 * A caller who knows the capture method better than the answer does (it may be absent there) passes its own.
 */
export function phaseOf(input: PhaseInput): SessionPhase {
  const { payment, paymentStatus, status } = input
  const heldForCapture = (payment?.capturable?.minor ?? 0) > 0
  switch (payment?.status) {
    case "succeeded":
      // Part of the hold may be captured and the rest still held: then there is something left to capture or release.
      return heldForCapture ? "authorized" : "paid"
    case "requires_capture":
      return "authorized"
    case "canceled":
      return afterCancel(status, paymentStatus)
    case "failed":
      return afterFailure(status, paymentStatus)
    case "requires_payment_method":
    case "requires_action":
    case "processing":
      return heldForCapture
        ? "authorized"
        : whileUndecided(payment.status, input)
    case "unknown":
    case undefined:
      return heldForCapture ? "authorized" : bySessionAlone(input)
  }
}

/** A session has several attempts: a cancelled one closes neither an open page nor a session that says it is paid. */
function afterCancel(
  status: SessionStatus,
  paymentStatus: SessionPaymentStatus
): SessionPhase {
  if (paymentStatus === "paid") {
    return "unknown"
  }
  return status === "open" ? "open" : "canceled"
}

/** One failed attempt is not the end (section 4.6); only the session's own status is. */
function afterFailure(
  status: SessionStatus,
  paymentStatus: SessionPaymentStatus
): SessionPhase {
  if (paymentStatus === "paid" || paymentStatus === "authorized") {
    return "unknown"
  }
  return status === "open" || status === "expired" ? status : "unknown"
}

function whileUndecided(
  payment: "requires_payment_method" | "requires_action" | "processing",
  { status, paymentStatus }: PhaseInput
): SessionPhase {
  if (paymentStatus === "paid" || paymentStatus === "authorized") {
    return "unknown"
  }
  if (status === "expired" && payment === "processing") {
    return "unknown"
  }
  return status === "open" || status === "expired" ? status : "unknown"
}

function bySessionAlone({
  status,
  paymentStatus,
  captureMethod,
}: PhaseInput): SessionPhase {
  switch (paymentStatus) {
    case "paid":
      return captureMethod === "manual" ? "authorized" : "paid"
    case "authorized":
      return "authorized"
    case "unpaid":
    case "unknown":
      if (status === "completed" && captureMethod === "manual") {
        return "authorized"
      }
      if (paymentStatus === "unknown") {
        return "unknown"
      }
      return status === "open" || status === "expired" ? status : "unknown"
  }
}
