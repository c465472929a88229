import type { Clock } from "./clock"
import { formatAmount } from "./currency"
import type { PaymentRecord, SessionRecord, TimelineEntry } from "./model"

export type Actor = TimelineEntry["actor"]

/** Writes down, in words for people, what happened to a session. */
export class Timeline {
  constructor(private readonly clock: Clock) {}

  note(
    session: SessionRecord,
    actor: Actor,
    what: string,
    tone: TimelineEntry["tone"] = "neutral"
  ): void {
    session.timeline.push({ at: this.clock.now(), actor, what, tone })
  }
}

export function amountOf(session: SessionRecord, minor: number): string {
  return formatAmount(minor, session.currency, "en")
}

export function cardOf(payment: PaymentRecord): string {
  return `${payment.card.scheme} •••• ${payment.card.last4}`
}
