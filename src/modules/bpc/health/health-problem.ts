import { type AccountView } from "../accounts"
import { type GatewayTrouble, type Heartbeats } from "../watch"
import { type HealthFacts } from "./health-facts"
import { type OfferingRegion } from "../core-tables"
import { type Settings } from "../settings"

/** The closed list of problems; each has its texts in every language of the admin. */
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

export type Problem = {
  code: ProblemCode
  severity: "error" | "warning"
  /** What is wrong, and what it means for the money. */
  message: string
  /** What to do. */
  action: string
  /** Where in the admin. */
  link?: string
}

/** How Medusa is run; the plugin's own module cannot see it. */
export type Surroundings = {
  /** The locking module's default provider, such as `in-memory` or `locking-redis`. */
  lockingProvider: string | undefined
  /** Class of the event bus, such as `LocalEventBusService`. */
  eventBus: string
  /** `shared`, `server` or `worker`. */
  workerMode: string
}

/** Everything that the health check judges, read at one moment. */
export type Look = {
  settings: Settings
  accounts: AccountView[]
  canEncrypt: boolean
  regions: OfferingRegion[]
  /** Ids of providers of ours that Medusa no longer knows and that orders were paid through. */
  goneProviders: readonly string[]
  heartbeats: Awaited<ReturnType<Heartbeats["read"]>>
  facts: HealthFacts
  /** Accounts whose last call to their gateway failed. */
  troubles: readonly GatewayTrouble[]
  /** Ids of accounts whose gateways release the rest of a hold when a part of it is captured. */
  restReleasedBy: readonly string[]
  surroundings: Surroundings
  /** How long the job may rest while nothing is open. */
  jobPauseSeconds: number
}

export const SETTINGS_PAGE = "/settings/bpc"

export const inMemoryLocking = ({ lockingProvider }: Surroundings) =>
  lockingProvider === "in-memory"

export const localEventBus = ({ eventBus }: Surroundings) =>
  eventBus === "LocalEventBusService"

/** The accounts of the mode that the shop is in. */
export function accountsInMode({ accounts, settings }: Look): AccountView[] {
  return accounts.filter(({ mode }) => mode === settings.mode)
}
