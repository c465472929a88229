import {
  SESSION_STATES,
  type SessionState,
} from "../../../../api-schemas/vocabulary"
import { type LedgerRow } from "../../ledger"
import { type ShopperStatus, shopperStatus } from "../shopper-status"
import { aLedgerRow } from "../../__tests__/builders"

type Case = {
  state: SessionState
  row?: Partial<LedgerRow>
  answer: ShopperStatus
}

// prettier-ignore
const cases: Case[] = [
  { state: "creating", answer: { status: "pending" } },
  { state: "open", answer: { status: "pending" } },
  { state: "open", row: { declineClass: "limit" }, answer: { status: "pending", decline_class: "limit" } },
  { state: "expired", row: { declineClass: "blocked" }, answer: { status: "expired", decline_class: "declined" } },
  { state: "expired", row: { declineClass: "limit", reason: "replaced" }, answer: { status: "expired" } },
  { state: "open", row: { declineClass: "merchant_setup" }, answer: { status: "pending", decline_class: "declined" } },
  { state: "paid", answer: { status: "pending" } },
  { state: "authorized", answer: { status: "pending" } },
  { state: "paid", row: { claimsCollection: true }, answer: { status: "pending" } },
  { state: "paid", row: { orderId: "order_1" }, answer: { status: "paid", order_id: "order_1" } },
  { state: "authorized", row: { orderId: "order_1" }, answer: { status: "authorized", order_id: "order_1" } },
  { state: "paid", row: { reason: "cart_changed" }, answer: { status: "failed" } },
  { state: "authorized", row: { reason: "cart_gone" }, answer: { status: "failed" } },
  { state: "refunded", answer: { status: "failed" } },
  { state: "refunded", row: { orderId: "order_1" }, answer: { status: "paid", order_id: "order_1" } },
  { state: "held", row: { reason: "amount_mismatch" }, answer: { status: "pending" } },
  { state: "canceled", answer: { status: "failed" } },
  { state: "failed", row: { reason: "gateway_refused" }, answer: { status: "failed" } },
  { state: "expired", answer: { status: "expired" } },
  { state: "expired", row: { reason: "replaced" }, answer: { status: "expired" } },
]
it.each(cases)(
  "$state $row is $answer for the shopper",
  ({ state, row, answer }) => {
    expect(shopperStatus(aLedgerRow({ state, ...row }))).toEqual(answer)
  }
)

it("tells nothing but the status and the order", () => {
  for (const state of SESSION_STATES) {
    for (const orderId of [null, "order_1"]) {
      const keys = Object.keys(shopperStatus(aLedgerRow({ state, orderId })))
      expect(["status", "order_id"]).toEqual(expect.arrayContaining(keys))
    }
  }
})
