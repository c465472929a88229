import Medusa, { FetchError } from "@medusajs/js-sdk"
import type {
  AccountAnswer,
  AccountInput,
  AccountsAnswer,
  ConnectionTest,
  DeletedAccountAnswer,
  LoginInput,
  SavedAccountAnswer,
} from "../../api-schemas/accounts"
import type { AuditFilters, AuditPage } from "../../api-schemas/audit"
import type {
  EventAnswer,
  EventFilters,
  EventPage,
} from "../../api-schemas/events"
import type { ExportRequest } from "../../api-schemas/export"
import type { Health } from "../../api-schemas/health"
import type {
  PaymentLinkAnswer,
  PaymentLinkInput,
  PaymentLinks,
} from "../../api-schemas/payment-links"
import type {
  CaptureRequest,
  RefundRequest,
  ResolveRequest,
  SessionAnswer,
  SessionFilters,
  SessionPage,
} from "../../api-schemas/payments"
import type {
  Previews,
  SettingsAnswer,
  SettingsInput,
} from "../../api-schemas/settings"
import type { WebhookTest } from "../../api-schemas/webhook-test"

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
  saveSettings: (change: SettingsInput) =>
    write<SettingsAnswer>("/settings", change),
  preview: (change: SettingsInput) =>
    write<Previews>("/settings/preview", change),

  accounts: () => read<AccountsAnswer>("/accounts"),
  addAccount: (input: AccountInput) =>
    write<SavedAccountAnswer>("/accounts", input),
  saveAccount: (accountId: string, input: AccountInput) =>
    write<SavedAccountAnswer>(`/accounts/${id(accountId)}`, input),
  deleteAccount: (accountId: string) =>
    sdk.client.fetch<DeletedAccountAnswer>(
      `${BASE}/accounts/${id(accountId)}`,
      { method: "DELETE" }
    ),
  forgetSignatureLayout: (accountId: string) =>
    sdk.client.fetch<AccountAnswer>(
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
  /** To be saved as it comes. */
  diagnosis: () => read<object>("/diagnosis"),
  audit: (query: AuditFilters) => read<AuditPage>("/audit", query),

  sessions: (filters: SessionFilters) =>
    read<SessionPage>("/sessions", filters),
  session: (sessionId: string) =>
    read<SessionAnswer>(`/sessions/${id(sessionId)}`),
  /** Another type than JSON is handed over as it comes. */
  export: (query: ExportRequest) =>
    sdk.client.fetch<Response>(`${BASE}/export`, {
      query: { ...query },
      headers: { accept: "text/csv" },
    }),
  check: (sessionId: string) =>
    write<SessionAnswer>(`/sessions/${id(sessionId)}/check`),
  capture: (sessionId: string, request: CaptureRequest) =>
    write<SessionAnswer>(`/sessions/${id(sessionId)}/capture`, request),
  refund: (sessionId: string, request: RefundRequest) =>
    write<SessionAnswer>(`/sessions/${id(sessionId)}/refund`, request),
  resolve: (sessionId: string, decision: ResolveRequest) =>
    write<SessionAnswer>(`/sessions/${id(sessionId)}/resolve`, decision),
  paymentLinks: (orderId: string) =>
    read<PaymentLinks>("/payment-links", { order_id: orderId }),
  createPaymentLink: (input: PaymentLinkInput) =>
    write<PaymentLinkAnswer>("/payment-links", input),
  revokePaymentLink: (linkId: string) =>
    write<PaymentLinkAnswer>(`/payment-links/${id(linkId)}/revoke`),
  events: (filters: EventFilters) => read<EventPage>("/events", filters),
  event: (eventId: string) => read<EventAnswer>(`/events/${id(eventId)}`),
  retryEvent: (eventId: string) =>
    write<EventAnswer>(`/events/${id(eventId)}/retry`),
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
