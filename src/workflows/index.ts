export {
  settleSessionWorkflow,
  type SettleSessionInput,
  type SettledSession,
} from "./settle-session"
export { processWebhookEventWorkflow } from "./process-webhook-event"
export { reconcileWorkflow } from "./reconcile"
export {
  resolveSessionWorkflow,
  RESOLUTIONS,
  type ResolveInput,
} from "./resolve-session"
export { refundSessionWorkflow } from "./refund-session"
export { captureSessionWorkflow } from "./capture-session"
export { captureShippedOrderWorkflow } from "./capture-shipped-order"
export {
  createPaymentLinkWorkflow,
  openPaymentLinkWorkflow,
  revokePaymentLinkWorkflow,
} from "./payment-link"
