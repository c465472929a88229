/* What an order still asks its shopper for, and the total of an item of it: pure, from facts that `core-tables` reads. */

export {
  amountDue,
  type ItemFacts,
  nextPayment,
  type NextPayment,
  type OrderFacts,
  pendingShown,
  sendsForFree,
} from "./amount-due"
export { type Decimal, DECIMAL_NOISE } from "./item-total"
