/** Emitted once a webhook event lies in the inbox; its data is `{ id }`, the event's. */
export const WEBHOOK_RECEIVED = "bpc.webhook.received"
