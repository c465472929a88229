/* What an order still asks its shopper for, and what an item of it is worth: pure, from facts that `core-tables` reads. */

export {
  amountDue,
  type ItemFacts,
  nextPayment,
  type NextPayment,
  type OrderFacts,
  pendingShown,
  sendsForFree,
} from "./amount-due"
export { type Decimal } from "./item-worth"
