import type { Payment } from "../../../api-schemas/payments"
import { SESSION_REASONS } from "../../../api-schemas/vocabulary"
import { writtenAmount } from "./money"

/** Reasons that have sentences; one that only a newer server knows shows as `other`. */
const REASONS: ReadonlySet<string> = new Set(SESSION_REASONS)

const HELD_REASONS = new Set([
  "amount_mismatch",
  "currency_mismatch",
  "reference_mismatch",
  "duplicate_payment",
  "cart_changed",
  "cart_gone",
  "completed_elsewhere",
  "order_changed",
  "order_impossible",
  "no_order_after_retries",
  "refund_failed",
  "order_canceled",
])

/** Differences between an order's books and the gateway's that have sentences of their own. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  order_canceled: "held.order_canceled",
  shipped_uncaptured: "meaning.shipped_uncaptured",
}

/** Key of the sentence for a reason. */
export function reasonKey(reason: string): string {
  return `reason.${REASONS.has(reason) ? reason : "other"}`
}

export type Tone = "error" | "warning" | "success" | "info"

/** What a payment's state means: `${key}.money` says where the money is, `${key}.todo` what to do about it. */
export type Meaning = { key: string; tone: Tone }

type Decidable = Pick<Payment, "state" | "order_id" | "resolved_at"> & {
  /** Also one that only a newer server knows. */
  reason: string | null
}

type Known = Decidable & Pick<Payment, "amount" | "captured" | "refunded">

/** Held, or an order's payment whose books and the gateway's differ; and nobody has decided yet. */
export function needsDecision(session: Decidable): boolean {
  return (
    !session.resolved_at && (session.state === "held" || booksDiffer(session))
  )
}

/** An order has this money, and shows other amounts than the gateway. */
export function booksDiffer({ state, reason, order_id }: Decidable): boolean {
  return (
    (state === "paid" || state === "authorized") &&
    reason !== null &&
    order_id !== null
  )
}

export function meaningOf(session: Known): Meaning {
  const { state, reason, order_id, amount, captured, refunded } = session
  if (state !== "held" && needsDecision(session)) {
    return {
      key: (reason && DIFFERENCES[reason]) || "meaning.books_differ",
      tone: "error",
    }
  }
  switch (state) {
    case "held":
      if (!needsDecision(session)) {
        return { key: "meaning.kept", tone: "info" }
      }
      return {
        key: `held.${reason && HELD_REASONS.has(reason) ? reason : "other"}`,
        tone: "error",
      }
    case "authorized":
      if (order_id === null) {
        return reason
          ? { key: "meaning.giving_back", tone: "warning" }
          : { key: "meaning.authorized_no_order", tone: "warning" }
      }
      return {
        key: captured > 0 ? "meaning.authorized_part" : "meaning.authorized",
        tone: "warning",
      }
    case "paid":
      if (order_id === null) {
        return reason
          ? { key: "meaning.giving_back", tone: "warning" }
          : { key: "meaning.paid_no_order", tone: "warning" }
      }
      if (refunded > 0) {
        return { key: "meaning.paid_refunded_part", tone: "success" }
      }
      return {
        key: captured < amount ? "meaning.paid_part" : "meaning.paid",
        tone: "success",
      }
    case "failed":
      return { key: "meaning.failed", tone: "warning" }
    case "creating":
    case "open":
    case "refunded":
    case "canceled":
    case "expired":
      return { key: `meaning.${state}`, tone: "info" }
  }
}

/** Minor units that are held on the card for an order, and that a capture may take. */
export function capturable(
  session: Decidable & Pick<Payment, "amount" | "captured">
): number {
  return session.state === "authorized" &&
    session.order_id !== null &&
    !needsDecision(session)
    ? Math.max(session.amount - session.captured, 0)
    : 0
}

/** Minor units that a refund may still give back. */
export function refundable({
  captured,
  refunded,
}: Pick<Payment, "captured" | "refunded">): number {
  return Math.max(captured - refunded, 0)
}

/** Money that the gateway has and our books do not count, because it differs from what was registered. */
export function isUnbooked({
  state,
  captured,
  found,
}: Pick<Payment, "state" | "captured" | "found">): boolean {
  return state === "held" && captured === 0 && found !== null
}

/**
 * What a person's decision to refund gives back: minor units; or, of money that the ledger does not count, the words for what the gateway
 * was found to have. Undefined when only the gateway knows.
 */
export function goesBack(
  session: Decidable &
    Pick<Payment, "amount" | "captured" | "refunded" | "expected" | "found">
): { minor: number } | { found: string } | undefined {
  const { state, reason, amount, captured, expected, found } = session
  if (
    isUnbooked(session) &&
    found !== null &&
    reason !== "reference_mismatch"
  ) {
    return { found }
  }
  if (booksDiffer(session) && reason === "refund_failed") {
    // Only what the order shows as refunded and the gateway does not have.
    const shown = writtenAmount(expected ?? "")
    const sent = writtenAmount(found ?? "")
    return shown && sent && { minor: shown.minor - sent.minor }
  }
  const isHold = state === "held" || state === "authorized"
  return {
    minor: isHold && captured === 0 ? amount : refundable(session),
  }
}
