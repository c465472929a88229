export { type BpcOptions } from "./options"
export { withBpcPayments } from "./with-bpc-payments"
