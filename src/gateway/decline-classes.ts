/**
 * What a person can do about an attempt to pay, by the gateway's action code (gateway-v1-facts, section 2; KNOWN for V1). The same code
 * may come as a number or as a text with zeros before it.
 */
export const DECLINE_CLASSES = [
  "approved",
  "not_tried",
  "page_expired",
  "insufficient_funds",
  "limit",
  "card_data",
  "card_expired",
  "authentication",
  "bank_unreachable",
  "too_many_attempts",
  "blocked",
  "merchant_setup",
  "declined",
  "pending",
] as const
export type DeclineClass = (typeof DECLINE_CLASSES)[number]
