import { type z } from "zod"
import { type problemSchema } from "../../../api-schemas/health"
import { type AccountView } from "../accounts"
import { type GatewayTrouble, type Heartbeats } from "../watch"
import { type HealthFacts } from "./health-facts"
import { type OfferingRegion } from "../core-tables"
import { type Settings } from "../settings"

export type Problem = z.output<typeof problemSchema>

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
