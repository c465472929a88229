/*
 * The only place that reads tables of Medusa's own modules; what each file reads of them stands in `medusa-schema.ts`. Medusa gives a
 * payment provider neither the cart nor the guest's e-mail, and a decision about money needs cart, order, payment and ledger as they were
 * at one moment; the modules' services would answer in some ten statements at ten moments. Reading only; every change goes through
 * Medusa's workflows.
 */

export { type CheckoutContext, isStillAsked, readCheckout } from "./checkout"
export { readGoneProviders } from "./gone-providers"
export { readGoodsGone } from "./goods-gone"
export { readDanglingLinks } from "./dangling-links"
export { readOrphanPayments } from "./orphan-payments"
export {
  readAmountOfPaymentSession,
  readBooked,
  readMedusaBooks,
} from "./medusa-books"
export {
  hasUnbookedCapture,
  type OrderBooks,
  readOrderBooks,
} from "./order-books"
export { MEDUSA_COLUMNS, MEDUSA_SCHEMA } from "./medusa-schema"
export { missingFromMedusa } from "./missing-from-medusa"
export { orderNumbers } from "./order-numbers"
export { CHANGED_PAGES, orderMark } from "./order-mark"
export {
  findOurOrderOf,
  type OrderSubject,
  readIsOrderCanceled,
  readOrderOfCart,
  readOrdersOfPayment,
} from "./order-of"
export { type MisstatedSummary } from "./order-summary"
export {
  isOfRollBack,
  readOpenChange,
  readRefundCredit,
  type RefundCredit,
  type RefundCreditContext,
} from "./refund-credit"
export { type OfferingRegion, readOfferingRegions } from "./regions"
export { readReleasedOrders, type ReleasedOrder } from "./released-orders"
export { findShippedOrderOf, findUnnotedShipments } from "./shipments"
export { readShippedOrder, type ShippedOrderRecord } from "./shipped-order"
export {
  readSituation,
  type Situation,
  type Unbooked,
  type Unsent,
} from "./situation"
export { readForAuthorization, type ToAuthorize } from "./to-authorize"
