/* One at a time: leases of orders, carts and payments across all processes, turns within one, and the one way to act on a payment. */

export { BusyError, type Lease, Leases } from "./leases"
export { Semaphore } from "./local-queue"
export { PaymentLock } from "./payment-lock"
