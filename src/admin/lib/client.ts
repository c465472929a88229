import Medusa, { FetchError } from "@medusajs/js-sdk"
import type {
  Account,
  AccountAnswer,
  AccountInput,
  AuditPage,
  BpcEvent,
  BpcEventDetail,
  BpcSessionDetail,
  CaptureRequest,
  ConnectionTest,
  EventFilters,
  EventPage,
  Health,
  PaymentLink,
  PaymentLinks,
  LoginInput,
  Previews,
  RefundRequest,
  ResolveAction,
  SessionFilters,
  SessionPage,
  Settings,
  SettingsAnswer,
  WebhookTest,
} from "./types"

declare global {
  // Put in by the bundler of the store's dashboard (admin-bundler), as Medusa's documentation of plugins has it.
  const __BACKEND_URL__: string | undefined
  const __AUTH_TYPE__: "session" | "jwt" | undefined
  const __JWT_TOKEN_STORAGE_KEY__: string | undefined
}

/** The dashboard's own way to its backend: the address, session or token are the ones that the store configured. */
export const sdk = new Medusa({
  baseUrl: __BACKEND_URL__ ?? "/",
  auth: {
    type: __AUTH_TYPE__ ?? "session",
    jwtTokenStorageKey: __JWT_TOKEN_STORAGE_KEY__ || undefined,
  },
})

const BASE = "/admin/bpc"

function read<Answer>(path: string, query?: object): Promise<Answer> {
  return sdk.client.fetch<Answer>(`${BASE}${path}`, { query: { ...query } })
}

function write<Answer>(path: string, body: object = {}): Promise<Answer> {
  return sdk.client.fetch<Answer>(`${BASE}${path}`, { method: "POST", body })
}

const id = encodeURIComponent

/** Every call of the plugin's admin API. Each rejects with js-sdk's FetchError, whose message is the API's sentence. */
export const bpc = {
  settings: () => read<SettingsAnswer>("/settings"),
  saveSettings: (change: Partial<Settings>) =>
    write<SettingsAnswer>("/settings", change),
  preview: (
    templates: Partial<
      Pick<
        Settings,
        | "success_template"
        | "failure_template"
        | "storefront_url"
        | "allowed_return_origins"
      >
    >
  ) => write<Previews>("/settings/preview", templates),

  accounts: () => read<{ accounts: Account[] }>("/accounts"),
  addAccount: (input: AccountInput) => write<AccountAnswer>("/accounts", input),
  saveAccount: (accountId: string, input: AccountInput) =>
    write<AccountAnswer>(`/accounts/${id(accountId)}`, input),
  deleteAccount: (accountId: string) =>
    sdk.client.fetch<{ id: string; object: "bpc_account"; deleted: true }>(
      `${BASE}/accounts/${id(accountId)}`,
      { method: "DELETE" }
    ),
  forgetSignatureLayout: (accountId: string) =>
    sdk.client.fetch<{ account: Account }>(
      `${BASE}/accounts/${id(accountId)}/signature-layout`,
      { method: "DELETE" }
    ),
  /** With a login that is not saved yet, that one is tested. */
  testAccount: (accountId: string, login?: LoginInput) =>
    write<ConnectionTest>(`/accounts/${id(accountId)}/test`, login),
  testConnection: (input: { api_url: string; api_key: string } & LoginInput) =>
    write<ConnectionTest>("/accounts/new/test", input),
  testWebhook: (accountId?: string) =>
    write<WebhookTest>(
      "/webhooks/test",
      accountId ? { account_id: accountId } : {}
    ),

  health: () => read<Health>("/health"),
  audit: (query: { limit?: number; cursor?: string }) =>
    read<AuditPage>("/audit", query),

  sessions: (filters: SessionFilters) =>
    read<SessionPage>("/sessions", filters),
  session: (sessionId: string) =>
    read<{ session: BpcSessionDetail }>(`/sessions/${id(sessionId)}`),
  check: (sessionId: string) =>
    write<{ session: BpcSessionDetail }>(`/sessions/${id(sessionId)}/check`),
  capture: (sessionId: string, request: CaptureRequest) =>
    write<{ session: BpcSessionDetail }>(
      `/sessions/${id(sessionId)}/capture`,
      request
    ),
  refund: (sessionId: string, request: RefundRequest) =>
    write<{ session: BpcSessionDetail }>(
      `/sessions/${id(sessionId)}/refund`,
      request
    ),
  resolve: (
    sessionId: string,
    decision: { note: string; action: ResolveAction }
  ) =>
    write<{ session: BpcSessionDetail }>(
      `/sessions/${id(sessionId)}/resolve`,
      decision
    ),
  paymentLinks: (orderId: string) =>
    read<PaymentLinks>("/payment-links", { order_id: orderId }),
  createPaymentLink: (input: { order_id: string; expires_at: string }) =>
    write<{ payment_link: PaymentLink }>("/payment-links", input),
  revokePaymentLink: (linkId: string) =>
    write<{ payment_link: PaymentLink }>(`/payment-links/${id(linkId)}/revoke`),
  events: (filters: EventFilters) => read<EventPage>("/events", filters),
  event: (eventId: string) =>
    read<{ event: BpcEventDetail }>(`/events/${id(eventId)}`),
  retryEvent: (eventId: string) =>
    write<{ event: BpcEvent }>(`/events/${id(eventId)}/retry`),
}

/** Keys of the query cache; a change of settings or accounts makes everything under "bpc" stale. */
export const keys = {
  all: ["bpc"] as const,
  settings: ["bpc", "settings"] as const,
  accounts: ["bpc", "accounts"] as const,
  health: ["bpc", "health"] as const,
  audit: ["bpc", "audit"] as const,
  regions: ["bpc", "regions"] as const,
  refundReasons: ["bpc", "refund_reasons"] as const,
  sessions: (filters: SessionFilters) => ["bpc", "sessions", filters] as const,
  session: (sessionId: string) => ["bpc", "session", sessionId] as const,
  paymentLinks: (orderId: string) => ["bpc", "links", orderId] as const,
  events: (filters: EventFilters) => ["bpc", "events", filters] as const,
  event: (eventId: string) => ["bpc", "event", eventId] as const,
}

/** The sentence to show for an error of a call; undefined when there was no answer at all (no network). */
export function sentenceOf(error: unknown): string | undefined {
  return error instanceof FetchError && error.status ? error.message : undefined
}
