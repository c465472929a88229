import type { SessionRecord } from "../model"
import { booksOf } from "../books"
import { fundedPayment } from "../model"
import { html, type Html } from "../html"
import type { DeliveryState } from "../webhooks/delivery"

export type Pill = { word: string; colour: string }

/** What an operator calls the session's state: the money's, where there is money. */
export function stateOf(session: SessionRecord): Pill {
  const payment = fundedPayment(session)
  if (!payment) {
    return session.status === "expired"
      ? { word: "expired", colour: "amber" }
      : { word: "open", colour: "blue" }
  }
  if (payment.status === "canceled") return { word: "voided", colour: "" }
  const { captured, refunded, refundPending } = booksOf(session)
  if (captured === 0) return { word: "held", colour: "violet" }
  if (refundPending > 0) return { word: "refunding", colour: "amber" }
  if (refunded === captured) return { word: "refunded", colour: "" }
  if (refunded > 0) return { word: "part refunded", colour: "green" }
  return payment.capturable > 0
    ? { word: "part captured", colour: "violet" }
    : { word: "paid", colour: "green" }
}

export const DELIVERY_PILLS: Record<DeliveryState, Pill> = {
  waiting: { word: "waiting", colour: "blue" },
  retrying: { word: "retrying", colour: "amber" },
  delivered: { word: "delivered", colour: "green" },
  failed: { word: "failed", colour: "red" },
  dropped: { word: "dropped", colour: "amber" },
  no_target: { word: "no target", colour: "" },
}

export function pill({ word, colour }: Pill): Html {
  return html`<span class="pill ${colour}">${word}</span>`
}

/** UTC time of day, and the date when it is another day than `now`. */
export function when(instant: number, now: number): Html {
  const iso = new Date(instant).toISOString()
  const today = new Date(now).toISOString().slice(0, 10)
  const time = iso.slice(11, 19)
  return html`<time class="when" datetime="${iso}" title="${iso}"
    >${iso.startsWith(today) ? time : `${iso.slice(0, 10)} ${time}`}</time
  >`
}
