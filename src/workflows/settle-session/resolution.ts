import { type Money } from "../../gateway"
import {
  type MisstatedSummary,
  type Unbooked,
  type Unsent,
} from "../../modules/bpc/core-tables"
import { type SessionReason } from "../../modules/bpc/ledger"

/** What is to be done about a session, decided before anything is written anywhere; `apply` acts on it. */
export type Resolution =
  /** The books agree already. */
  | { kind: "nothing" }
  /** Undecided: the shopper may still pay, or the gateway speaks of something we do not know. */
  | { kind: "wait"; words?: string }
  /** The page was left behind by one payment session, but another one of the same checkout still shows it. */
  | { kind: "take_up"; paymentSessionId: string }
  /** Its order no longer asks for this amount, and nobody else can leave the page behind. */
  | { kind: "leave_page" }
  /** The page was left behind and must not take money any more. */
  | { kind: "close_page" }
  | { kind: "end"; state: "expired" | "canceled" }
  /**
   * The money is verified and no order has it yet. `adopt`: its Medusa payment session is gone or closed. `onOrder`: the cart has its order
   * already, which a completion that was interrupted left without a payment.
   */
  | {
      kind: "place_order"
      as: "paid" | "authorized"
      adopt: boolean
      onOrder: boolean
    }
  /** The order exists and has this money. */
  | { kind: "record_order"; as: "paid" | "authorized"; orderId: string }
  /** The ledger follows the gateway's totals; Medusa's books have them already. */
  | {
      kind: "follow_totals"
      as: "paid" | "authorized" | "refunded" | "canceled"
    }
  /** Something was done in the gateway's portal, or by a call whose answer never came: Medusa books it. */
  | ({ kind: "mirror"; paymentId: string } & Mirror)
  /**
   * Medusa cancelled the order and its refund or release never reached the gateway (it logs that and goes on), or it did not see
   * money that was captured in the same moment: what its cancelling means is carried out. `amount`: null for a hold to release.
   */
  | { kind: "finish_canceling"; paymentId: string; amount: Money | null }
  /** We were killed between Medusa's books and the gateway: what never got there is sent. */
  | { kind: "finish"; unsent: Unsent }
  /** Medusa's payment has it and its order does not count it yet. */
  | { kind: "book"; orderId: string; rows: readonly Unbooked[] }
  /** The order's summary is written anew from its transactions. */
  | { kind: "restate"; orderId: string; summary: MisstatedSummary }
  /** A refund went back, and the credit line that keeps the order from asking for it again is missing. `amount` in major units. */
  | { kind: "credit"; orderId: string; amount: string }
  /** The order counts other refunds than there are: what it counts is taken off, and booked anew. */
  | { kind: "recount"; orderId: string; paymentId: string }
  /** The order stands, but its books and the gateway's differ in a way that only a person can clear up. */
  | {
      kind: "report"
      reason: SessionReason
      expected: string
      found: string
    }
  /** No order can take this money. */
  | { kind: "refund"; reason: SessionReason }
  | { kind: "hold"; reason: SessionReason; expected?: string; found?: string }

/** `total` is what Medusa's books have of it before; `void`: the hold was released. */
export type Mirror =
  | {
      action: "capture" | "refund"
      amount: Money
      total: Money
      orderCanceled: boolean
    }
  | { action: "void" }
