/** Emitted once a webhook event lies in the inbox; its data is the stored event. */
export const WEBHOOK_RECEIVED = "bpc.webhook.received"
