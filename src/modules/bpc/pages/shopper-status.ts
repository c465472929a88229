import { type z } from "zod"
import { type shopperStatusAnswer } from "../../../api-schemas/shopper-status"
import { shopperClassOf } from "../../../gateway"
import { type LedgerRow } from "../ledger"

export type ShopperStatus = z.output<typeof shopperStatusAnswer>

/**
 * A payment in the shopper's words. Money without its order yet, and money that a person has to look at, is `pending`: the
 * shopper must neither pay again nor wait for nothing.
 */
export function shopperStatus(row: LedgerRow): ShopperStatus {
  const status = statusOf(row)
  const isUnpaid = !status.order_id && !row.reason && row.declineClass
  return isUnpaid && row.declineClass
    ? { ...status, decline_class: shopperClassOf(row.declineClass) }
    : status
}

function statusOf(row: LedgerRow): ShopperStatus {
  switch (row.state) {
    case "creating":
    case "open":
    case "held":
      return { status: "pending" }
    case "paid":
    case "authorized":
      if (row.orderId) {
        return { status: row.state, order_id: row.orderId }
      }
      return { status: row.reason ? "failed" : "pending" }
    case "refunded":
      return row.orderId
        ? { status: "paid", order_id: row.orderId }
        : { status: "failed" }
    case "canceled":
    case "failed":
      return { status: "failed" }
    case "expired":
      return { status: "expired" }
  }
}
