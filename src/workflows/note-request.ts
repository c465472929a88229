import { type Money } from "../gateway"
import type BpcModuleService from "../modules/bpc/service"

/** What a person asks for from a payment's own page. */
export type MoneyRequest = {
  action: "capture" | "refund"
  amount: Money
  /** Label of Medusa's refund reason. */
  refundReason?: string
  /** Why, for whoever reads the timeline later. */
  note?: string
  /** E-mail of the person. */
  actor: string
}

/** Writes down who asks for money to move, and why, before anything is sent. */
export function noteRequest(
  bpc: BpcModuleService,
  sessionId: string,
  { action, amount, refundReason, note, actor }: MoneyRequest
): Promise<void> {
  return bpc.note(sessionId, {
    kind: `${action}_requested`,
    details: {
      amount: amount.minor,
      refund_reason: refundReason,
      note,
      by: actor,
    },
  })
}
