/** Shapes of the plugin's admin API. Amounts are integers in minor units, times ISO 8601 in UTC. */

export type Mode = "test" | "live"
export type ValueSource = "options" | "environment"
export type CaptureMethod = "automatic" | "manual"
export type CaptureOnShipment = "off" | "whole" | "parcel"

export type Settings = {
  mode: Mode
  capture_method: CaptureMethod
  capture_on_shipment: CaptureOnShipment
  /** 1 to 30. */
  capture_warning_days: number
  backend_url: string
  storefront_url: string
  success_template: string
  failure_template: string
  allowed_return_origins: string[]
  /** Null: the shopper's own language. */
  locale: string | null
  /** E-mail, web address, phone number or a line of text; null: nobody is named. */
  contact: string | null
  late_payment: "refund" | "hold"
  /** 0 to 86400; 0 switches the age check off. */
  webhook_tolerance_seconds: number
  /** Null: every documented layout. */
  webhook_signature_variant: string | null
}

export type Previews = { success: string; failure: string }

export type SettingsMeta = {
  provider_id: string
  webhook_url: string
  /** To tick in the gateway's portal; the first two are required. */
  webhook_events: string[]
  locales: string[]
  signature_variants: string[]
  encryption: "ready" | "missing"
  /** Accounts whose gateways release the rest of a hold when a part of it is captured. */
  rest_released_by: string[]
  previews: Previews
}

export type SettingsAnswer = {
  settings: Settings
  locked: Partial<Record<keyof Settings, ValueSource>>
  meta: SettingsMeta
}

export type Account = {
  /** `config-…` for the one from options or environment. */
  id: string
  name: string
  mode: Mode
  api_url: string
  api_key_last4: string | null
  api_key_set_at: string | null
  api_key_set_by: string | null
  webhook_secret_last4: string | null
  webhook_secret_set_at: string | null
  webhook_secret_set_by: string | null
  next_webhook_secret_last4: string | null
  next_webhook_secret_set_at: string | null
  next_webhook_secret_set_by: string | null
  /** Of the second channel, the Merchant REST API: empty when set, null when not. */
  api_login_last4: string | null
  api_login_set_at: string | null
  api_login_set_by: string | null
  api_password_last4: string | null
  api_password_set_at: string | null
  api_password_set_by: string | null
  /** Null: beside the API URL. */
  v1_api_url: string | null
  /** The only layout that its webhooks may be signed in; null until the first real one. */
  signature_layout: string | null
  signature_layout_at: string | null
  /** Null: every currency. */
  currencies: string[] | null
  /** Other than "admin": read-only here. */
  source: "admin" | ValueSource
  readable: boolean
  /** Why its secrets cannot be read, and what to do. */
  problem: string | null
  open_sessions: number
  created_at: string | null
  updated_at: string | null
}

/** A blank or absent secret keeps the stored one. */
export type AccountInput = {
  name?: string
  mode?: Mode
  api_url?: string
  api_key?: string
  webhook_secret?: string
  /** Null removes it. */
  next_webhook_secret?: string | null
  promote_next_webhook_secret?: true
  /** Null removes it; both or neither. */
  api_login?: string | null
  api_password?: string | null
  /** Empty: beside the API URL. */
  v1_api_url?: string | null
  currencies?: string[] | null
}

export type AccountAnswer = { account: Account; notes: string[] }

export type ConnectionTest = {
  ok: boolean
  cause:
    "ok" | "wrong_key" | "blocked" | "unreachable" | "tls" | "not_the_gateway"
  message: string
  /** Null when the account has no second channel. */
  second_channel: {
    ok: boolean
    cause:
      | "ok"
      | "wrong_login"
      | "blocked"
      | "unreachable"
      | "tls"
      | "not_the_gateway"
    message: string
  } | null
}

/** A login for the second channel as it is being entered. */
export type LoginInput = Pick<
  AccountInput,
  "api_login" | "api_password" | "v1_api_url"
>

export type WebhookTest = {
  ok: boolean
  cause:
    | "ok"
    | "redirect"
    | "forbidden"
    | "not_found"
    | "body_changed"
    | "wrong_host"
    | "unreachable"
    | "tls"
    | "body_read"
    | "server_error"
    | "no_secret"
    | "not_https"
    | "inner_address"
  message: string
  url: string
  status: number | null
}

export type HealthProblem = {
  code: string
  severity: "error" | "warning"
  message: string
  action: string
  /** A path inside the admin. */
  link?: string
}

export type Health = {
  ok: boolean
  problems: HealthProblem[]
  webhooks: {
    last_good_at: string | null
    last_bad_at: string | null
    last_bad_reason: string | null
    /** Payments of the last 7 days that only the job found. */
    found_without_webhook: number
  }
  reconcile: { last_run_at: string | null }
  /** Number of held payments. */
  held: number
  clock_skew_seconds: number | null
  mode: Mode
}

export type AuditEntry = {
  id: string
  at: string
  /** E-mail address, or "system". */
  actor: string
  subject: string
  field: string
  /** Secrets appear as "set", "changed" or "removed". */
  from: string | null
  to: string | null
}

export type AuditPage = { entries: AuditEntry[]; next_cursor: string | null }

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

export type BpcSession = {
  id: string
  gateway_session_id: string | null
  gateway_payment_id: string | null
  payment_session_id: string
  cart_id: string | null
  order_id: string | null
  order_display_id: number | null
  email: string | null
  mode: Mode
  account_id: string
  account_name: string | null
  amount: number
  /** ISO 4217, upper case. */
  currency_code: string
  /** Digits after the point: 0, 2, 3 or 4. */
  exponent: number
  captured: number
  refunded: number
  capture_method: CaptureMethod
  state: SessionState
  reason: string | null
  created_at: string
  expires_at: string | null
  /** When a person decided about a held payment; kept money stays "held" but asks for nobody's attention any more. */
  resolved_at: string | null
  /** What our books have and what the gateway has instead, of a payment that a person has to look at for it. */
  expected: string | null
  found: string | null
}

export type TimelineEntry = {
  id: string
  at: string
  kind: string
  details: unknown
}

export type BpcEvent = {
  id: string
  type: string
  request_id: string | null
  state: "received" | "done" | "parked"
  outcome: string | null
  attempts: number
  session_id: string | null
  gateway_session_id: string | null
  signature_variant: string | null
  received_at: string
  processed_at: string | null
  next_attempt_at: string | null
}

export type BpcEventDetail = BpcEvent & { payload: unknown }

export type BpcSessionDetail = BpcSession & {
  md_order: string | null
  merchant_reference_id: string
  country_code: string | null
  payment_url: string | null
  updated_at: string
  next_check_at: string | null
  /** E-mail address of the person who decided. */
  resolved_by: string | null
  timeline: TimelineEntry[]
  events: BpcEvent[]
}

export type SessionPage = {
  sessions: BpcSession[]
  next_cursor: string | null
}

export type EventPage = { events: BpcEvent[]; next_cursor: string | null }

export type SessionFilters = {
  state?: SessionState
  /** Held payments alone: that wait for a person, or that a person decided to keep. */
  undecided?: boolean
  differs?: boolean
  mode?: Mode
  /** ISO 8601. */
  from?: string
  to?: string
  q?: string
  order_id?: string
  cursor?: string
  limit?: number
}

export type EventFilters = {
  session_id?: string
  state?: BpcEvent["state"]
  cursor?: string
  limit?: number
}

/** A link that asks whoever opens it for what its order owes at that moment. */
export type PaymentLink = {
  id: string
  order_id: string
  state: "open" | "paid" | "revoked" | "expired"
  /** Null once the link is of no use; so is the code to scan. */
  url: string | null
  /** An SVG path of the dark parts in a square of `size` units, without the quiet zone around it. */
  qr: { size: number; path: string } | null
  created_at: string
  created_by: string
  expires_at: string
  revoked_at: string | null
  revoked_by: string | null
  paid_at: string | null
  /** Our id of the payment that settled the order. */
  paid_session_id: string | null
}

export type PaymentLinks = {
  /** Newest first. */
  payment_links: PaymentLink[]
  /** Null if the gateway cannot charge the order's currency. */
  outstanding: {
    amount: number
    currency_code: string
    exponent: number
  } | null
  /** Why no link can be made for the order, in English, and a word for it. */
  obstacle: string | null
  obstacle_code:
    | "draft"
    | "canceled"
    | "unknown_currency"
    | "nothing_due"
    | "sent_for_free"
    | "no_account"
    | null
}

export type ResolveAction = "refund" | "keep" | "place_order"

export type CaptureRequest = {
  /** Minor units. */
  amount: number
  note?: string
}

export type RefundRequest = CaptureRequest & {
  /** One of Medusa's. */
  refund_reason_id?: string
}

export type RefundReason = { id: string; label: string }
