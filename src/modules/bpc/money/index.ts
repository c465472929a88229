/*
 * Captures, refunds and voids at the gateway: what it holds, compared with the ledger; what is sent, once; what is in doubt; what
 * left and is to be captured.
 */

export { cancelAtGateway } from "./cancel"
export { captureAtGateway } from "./capture"
export { settleDoubtsBy } from "./doubts"
export { type MoneyDeps } from "./gateway-books"
export { GatewayReader } from "./gateway-reader"
export { type Purpose } from "./read-session"
export { type Operation, Operations } from "./operations"
export { refundInFull, refundAtGateway, refundMissing } from "./refund"
export {
  type ShipmentNews,
  type ShipmentOutcome,
  ShippedOrders,
  NOTIFY_AFTER_SECONDS,
  type UnnotifiedShipment,
} from "./shipped-orders"
export {
  type Difference,
  judge,
  keepsRemainder,
  type MoneyVerdict,
  registeredOtherwise,
  type Verdict,
} from "./verdict"
