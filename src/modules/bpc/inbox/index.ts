/* Webhook events: verified, stored once, listed; the round-trip test; what is said of those that are refused. */

export { findEvent, type ListedEvent, listEvents } from "./event-list"
export { WEBHOOK_RECEIVED } from "./events"
export { type StoredEvent, WebhookInbox } from "./inbox"
export {
  receiveWebhook,
  SIGNATURE_TEXT,
  type WebhookReceipt,
} from "./webhook-door"
export { WebhookNotes } from "./webhook-notes"
export { BODY_READ, testWebhook } from "./webhook-test"
