/*
 * What happens to an order after its sale, as plain data: a story of them can be written down, shrunk and played again.
 */

/** What a clerk does in one go, from the first button to the last. */
export const CLERK_MOVES = [
  "edit_up",
  "edit_down",
  "return",
  "receive",
  "exchange",
  "claim",
  "ship",
  "credit",
  "capture",
  "refund",
  "cancel_order",
  "mark_as_paid",
] as const

/** What others do: in the gateway's portal, with a payment link; and what a clerk takes back. */
export const OTHER_MOVES = [
  "portal_capture",
  "portal_refund",
  "portal_void",
  "open_link",
  "pay_link",
  "end_open",
  "take_back",
] as const

export type ClerkMove = (typeof CLERK_MOVES)[number]
export type MoveName = ClerkMove | (typeof OTHER_MOVES)[number]

/** How far a change of the order is brought: left half-done, taken back, or carried through. */
export type End = "done" | "requested" | "begun" | "taken_back"

/** Of what there is: all, a third with all its digits, a part with one digit more than the currency has, or the smallest unit. */
export type Part = "all" | "third" | "uneven" | "unit"

export type Move = {
  move: MoveName
  end: End
  part: Part
  /** One of two ways: an item at a price with a fraction, a hand-over, a dearer exchange, a claim that replaces; our page's button. */
  other: boolean
}

export type OrderStep =
  | ({ do: "order" } & Move)
  /** Two hands in the same instant: the first is held before its step of that number until the second is through. */
  | { do: "both"; first: Move; second: Move; at: number }
  /** The gateway works, two minutes pass, and the job has looked. */
  | { do: "settle" }

/** A total with more digits than any currency has. */
export const PERCENT_OFF = 13.33

/** What an order's life may differ in from the first day on. */
export type OrderLifeSetting = {
  ship: "off" | "whole" | "parcel"
  quantity: number
  /** `PERCENT_OFF` every item. */
  fraction: boolean
}
