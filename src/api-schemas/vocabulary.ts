/*
 * The closed lists of words that the API speaks. Nothing but such lists is imported here: the admin takes these values into its bundle, and
 * of the schemas beside them only the types.
 */

/** Why an attempt to pay was refused, by what a person can do about it. */
export { DECLINE_CLASSES, type DeclineClass } from "../gateway/decline-classes"

/** How the bank confirmed the shopper. */
export const THREE_D_SECURE = ["full", "attempted", "none"] as const

export const MODES = ["test", "live"] as const
export type Mode = (typeof MODES)[number]

/** Where a setting's value was given; such a value wins over the admin's and is shown there as locked. */
export const VALUE_SOURCES = ["options", "environment"] as const
export type ValueSource = (typeof VALUE_SOURCES)[number]

export const CAPTURE_METHODS = ["automatic", "manual"] as const
export type CaptureMethod = (typeof CAPTURE_METHODS)[number]

/**
 * What a parcel that leaves, or a pick-up, captures of its order's held money: nothing; all of it with the first; or each its own
 * items, the shipping with the first and the rest with the last.
 */
export const CAPTURE_ON_SHIPMENT = ["off", "whole", "parcel"] as const
export type CaptureOnShipment = (typeof CAPTURE_ON_SHIPMENT)[number]

/** What becomes of money that no order can be made for. */
export const LATE_PAYMENT = ["refund", "hold"] as const

/** The states of a payment; `held` is the one that a person must look at. */
export const SESSION_STATES = [
  "creating",
  "open",
  "authorized",
  "paid",
  "refunded",
  "canceled",
  "expired",
  "failed",
  "held",
] as const
export type SessionState = (typeof SESSION_STATES)[number]

/** Why a payment is held, refunded, failed or replaced, or how the books of its order and the gateway's differ. */
export const SESSION_REASONS = [
  "amount_mismatch",
  "currency_mismatch",
  "reference_mismatch",
  "duplicate_payment",
  "cart_changed",
  "cart_gone",
  "completed_elsewhere",
  "order_changed",
  "order_impossible",
  "no_order_after_retries",
  "refund_failed",
  "capture_failed",
  "shipped_uncaptured",
  "order_canceled",
  "order_total_differs",
  "refund_requested",
  "booking_failed",
  "gateway_refused",
  "gateway_silent",
  "unknown_to_gateway",
  "replaced",
] as const
export type SessionReason = (typeof SESSION_REASONS)[number]

export const ATTEMPT_OUTCOMES = ["refused", "authorized", "paid"] as const

/** What a payment's timeline can tell; each kind has its sentence in the admin. */
export const TIMELINE_KINDS = [
  "created",
  "page_opened",
  "page_reused",
  "create_failed",
  "link_opened",
  "link_revoked",
  "page_left",
  "page_closed",
  "webhook",
  "returned",
  "attempt_failed",
  "charged_back",
  "verified",
  "mismatch",
  "order_placed",
  "order_failed",
  "adopted",
  "total_changed",
  "started_again",
  "captured",
  "refunded",
  "refund_pending",
  "refund_failed",
  "voided",
  "expired",
  "canceled",
  "held",
  "gateway_error",
  "in_doubt",
  "doubt_settled",
  "mirrored",
  "books_differ",
  "shipped_uncaptured",
  "released_unpaid",
  "retrying",
  "recovered",
  "gave_up",
  "checked",
  "capture_requested",
  "refund_requested",
  "resolved",
] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

export const OPERATION_KINDS = ["capture", "refund", "void"] as const
export type OperationKind = (typeof OPERATION_KINDS)[number]

/** `medusa`: an admin's action; `plugin`: money that no order could take; `portal`: made in the gateway's portal. */
export const OPERATION_ORIGINS = ["medusa", "plugin", "portal"] as const
export type OperationOrigin = (typeof OPERATION_ORIGINS)[number]

/**
 * `sent`: no answer yet (or we were killed before it came); `unknown`: the answer was not clear; `pending`: the gateway is
 * at it; `failed`: the gateway said no, at once or later; `lost`: it never reached the gateway, so it can be sent again.
 */
export const OPERATION_STATES = [
  "sent",
  "unknown",
  "pending",
  "done",
  "failed",
  "lost",
] as const
export type OperationState = (typeof OPERATION_STATES)[number]

/** What a person can decide about a held payment; `note`: what was done about a chargeback. */
export const RESOLUTIONS = ["refund", "keep", "place_order", "note"] as const
export type ResolveAction = (typeof RESOLUTIONS)[number]

export const EVENT_STATES = ["received", "done", "parked"] as const
export type EventState = (typeof EVENT_STATES)[number]

export const LINK_STATES = ["open", "paid", "revoked", "expired"] as const
export type LinkState = (typeof LINK_STATES)[number]

/** Why no payment link can be made for an order. */
export const LINK_OBSTACLES = [
  "draft",
  "canceled",
  "unknown_currency",
  "nothing_due",
  "sent_for_free",
  "no_account",
] as const
export type LinkObstacle = (typeof LINK_OBSTACLES)[number]

/** Days that a payment link lives where nobody says how long, and at most. */
export const LINK_DAYS = { usual: 7, most: 90 } as const

/** Characters of what a person writes about a payment. */
export const LONGEST_NOTE = 1000

/** The problems of the health check; each has its texts in every language of the admin. */
export const PROBLEM_CODES = [
  "no_account",
  "account_unreadable",
  "no_encryption_key",
  "no_webhook_secret",
  "options_account_wins",
  "region_without_account",
  "provider_gone",
  "gateway_key_refused",
  "gateway_blocked",
  "gateway_down",
  "checkouts_failing",
  "backend_url_insecure",
  "backend_url_local",
  "storefront_url_insecure",
  "storefront_url_local",
  "test_mode",
  "held_payments",
  "order_payments_differ",
  "shipped_uncaptured",
  "shipped_unpaid",
  "parcel_rest_released",
  "released_unpaid",
  "payments_unreadable",
  "payments_stuck",
  "money_in_doubt",
  "charged_back",
  "refunds_failing",
  "old_authorizations",
  "parked_events",
  "webhooks_not_arriving",
  "webhook_body_read",
  "webhook_layout_refused",
  "reconcile_silent",
  "in_memory_modules",
  "clock_skew",
  "shared_visitor_address",
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** What a test of an account's connection finds. */
export const CONNECTION_CAUSES = [
  "ok",
  "wrong_key",
  "blocked",
  "unreachable",
  "tls",
  "not_the_gateway",
] as const
export type ConnectionCause = (typeof CONNECTION_CAUSES)[number]

/** The same of its second channel, the Merchant REST API. */
export const SECOND_CHANNEL_CAUSES = [
  "ok",
  "wrong_login",
  "blocked",
  "unreachable",
  "tls",
  "not_the_gateway",
] as const
export type SecondChannelCause = (typeof SECOND_CHANNEL_CAUSES)[number]

/** What the round trip of a test event through the public webhook address finds. */
export const WEBHOOK_CAUSES = [
  "ok",
  "redirect",
  "forbidden",
  "not_found",
  "body_changed",
  "wrong_host",
  "unreachable",
  "tls",
  "body_read",
  "server_error",
  "no_secret",
  "not_https",
  "inner_address",
] as const
export type WebhookCause = (typeof WEBHOOK_CAUSES)[number]

/** What can be taken out as a file: payments, or the captures and refunds of them. */
export const EXPORT_KINDS = ["payments", "operations"] as const
export type ExportKind = (typeof EXPORT_KINDS)[number]

/** By what totals are summed up. */
export const TOTALS_GROUPS = ["day", "month"] as const

/** For programs; for spreadsheets in languages that write decimals with a point, and with a comma. */
export const CSV_LAYOUTS = ["rfc4180", "comma", "semicolon"] as const

/** A payment in the shopper's words. */
export const SHOPPER_STATUSES = [
  "pending",
  "paid",
  "authorized",
  "failed",
  "expired",
] as const
