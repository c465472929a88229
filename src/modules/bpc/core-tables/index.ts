/*
 * With ledger-reader.ts, order-books.ts, order-facts.ts, page-ledger.ts, regions.ts, session-list.ts and shipped-orders.ts the only place
 * that reads tables of Medusa's own modules. Medusa gives a payment provider neither the cart nor the guest's e-mail, and a decision about money needs cart, order, payment and ledger as
 * they were at one moment; the modules' services would answer in some ten statements at ten moments. Reading only; every change
 * goes through Medusa's workflows.
 */

export {
  type CheckoutContext,
  type CustomerDetails,
  readCheckout,
} from "./checkout"
export { readGoneProviders } from "./gone-providers"
export { readGoodsGone } from "./goods-gone"
export { readLeftLinks } from "./left-links"
export {
  readAmountOfPaymentSession,
  readBooked,
  readMedusaBooks,
} from "./medusa-books"
export { readLeftPayments } from "./left-payments"
export { CHANGED_PAGES, orderMark } from "./order-mark"
export { type ToAuthorize, readForAuthorization } from "./to-authorize"
export {
  type RefundCredit,
  type RefundCreditContext,
  isOfRollBack,
  readOpenChange,
  readRefundCredit,
} from "./refund-credit"
export { type MisstatedSummary } from "./order-summary"
export {
  findOurOrderOf,
  type OrderSubject,
  readIsOrderCanceled,
  readOrderOfCart,
} from "./order-of"
export { type ReleasedOrder, readReleasedOrders } from "./released-orders"
export { type ShippedOrderRecord, readShippedOrder } from "./shipped-order"
export {
  type Situation,
  type Unbooked,
  type Unsent,
  readSituation,
} from "./situation"
