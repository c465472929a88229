import { type ApiFault, type FaultsInput } from "../../packages/bpc-sandbox/src"
import { type StoreCart } from "../support/shopper"
import { type OrderLifeSetting, type OrderStep } from "./order-step"

export type Market = "eur" | "usd" | "jpy" | "kwd"

/** The digits after the point of each market's currency. */
export const EXPONENT: Record<Market, number> = {
  eur: 2,
  usd: 2,
  jpy: 0,
  kwd: 3,
}

export type WebhookMode = NonNullable<FaultsInput["webhooks"]>
export type GatewayFault = Pick<ApiFault, "operation" | "kind"> &
  Partial<ApiFault>

/** Whom a step is about, and which of their pages: 0 is the newest, 1 the one before. */
type OnPage = { who: number; page: number }

/**
 * One thing that someone does, as plain data, so that a scenario can be written down, shrunk and played again. A step for which
 * the moment is wrong (a refund without an order) does nothing. `share` is in per cent of what is left to capture or refund.
 */
export type Step =
  | OrderStep
  | { do: "start"; who: number; tabs: 1 | 2 }
  | ({ do: "pay"; late: boolean; comesBack: 0 | 1 | 2 } & OnPage)
  | ({ do: "decline" } & OnPage)
  | ({ do: "leave" } & OnPage)
  | ({ do: "return"; side: "success" | "failure" } & OnPage)
  | { do: "add_item"; who: number }
  | { do: "remove_item"; who: number }
  | { do: "quantity"; who: number; quantity: number }
  | { do: "store_credit"; who: number }
  /** One request is held before its step of that number until the other is through: a shopper against themselves, by force. */
  | {
      do: "race"
      who: number
      change: "add_item" | "quantity" | "store_credit"
      against: "start" | "start_and_pay" | "pay" | "complete"
      step: number
    }
  | { do: "other_method"; who: number }
  | { do: "complete"; who: number; times: 1 | 2 }
  | { do: "look"; who: number }
  | { do: "webhooks"; how: WebhookMode }
  | { do: "faults"; faults: GatewayFault[] }
  /** Events are sent once more: those picked, counted from the newest, or all of them in an order that `shuffle` stands for. */
  | { do: "replay"; picks: number[]; together: boolean }
  | { do: "replay_all"; shuffle: number; together: boolean }
  | ({ do: "expire" } & OnPage)
  | ({ do: "lie"; amount: number } & OnPage)
  | ({
      do: "portal"
      move: "capture" | "refund" | "void"
      share: number
    } & OnPage)
  | { do: "end_refunds"; outcome: "succeeded" | "failed" }
  | {
      do: "clerk"
      move: "capture" | "refund" | "cancel"
      who: number
      share: number
      clerks: 1 | 2
    }
  | ({ do: "check" } & OnPage)
  | ({ do: "resolve"; action: "refund" | "keep" | "place_order" } & OnPage)
  | { do: "tick"; processes: 1 | 2 }
  | { do: "wait"; minutes: number }
  | { do: "sell_out" }
  | { do: "restock" }
  | { do: "delete_cart"; who: number }

/** A story to play against the store: the steps of one round happen at the same time. */
export type Scenario = {
  capture: "automatic" | "manual"
  /** What becomes of money that no order can take. */
  latePayment: "refund" | "hold"
  partialCapture: "keeps_rest" | "releases_rest"
  refunds: "instant" | "pending"
  shoppers: Market[]
  rounds: Step[][]
  /** Once nobody does anything any more: whether webhooks get through, and how refunds end that are still under way. */
  ending: { webhooks: boolean; refunds: "succeeded" | "failed" }
  /** Of the game about an order's life. */
  life?: OrderLifeSetting
}

/** An amount of Medusa's, in minor units. */
export function minorOf(amount: number, market: Market): number {
  return Math.round(amount * 10 ** EXPONENT[market])
}

/** Minor units as a person types them. */
export function majorOf(minor: number, market: Market): number {
  return Number((minor / 10 ** EXPONENT[market]).toFixed(EXPONENT[market]))
}

export function totalOf(cart: StoreCart, market: Market): number {
  return minorOf(cart.total, market)
}
