import { type z } from "zod"
import { type healthAnswer } from "../../../api-schemas/health"
import { configurationProblems } from "./health-configuration"
import { gatewayProblems } from "./health-gateway"
import { operationProblems, skewOf } from "./health-operation"
import { type Look, type Surroundings } from "./health-problem"
import { type Configuration } from "../settings"
import { type OfferingRegion } from "../core-tables"
import { type GatewayWatch, type Heartbeats } from "../watch"
import { type HealthFacts } from "./health-facts"
import { type AccountParts, listAccountViews } from "../accounts"

export type HealthParts = AccountParts & {
  configuration: Configuration
  gatewayWatch: GatewayWatch
  heartbeats: Heartbeats
  queries: {
    offeringRegions(providerId: string): Promise<OfferingRegion[]>
    goneProviders(): Promise<string[]>
    healthFacts(warningDays: number): Promise<HealthFacts>
  }
}

export type Health = z.output<typeof healthAnswer>

/** What a merchant must know, each with one sentence and one action; a fixed problem is gone with the next look. */
export async function readHealth(
  bpc: HealthParts,
  surroundings: Surroundings
): Promise<Health> {
  const look = await takeLook(bpc, surroundings)
  const { settings, heartbeats, facts } = look
  const problems = [
    ...configurationProblems(look),
    ...gatewayProblems(look),
    ...operationProblems(look),
  ]
  return {
    ok: problems.every(({ severity }) => severity !== "error"),
    mode: settings.mode,
    problems,
    webhooks: {
      last_good_at: facts.last_good,
      last_bad_at: heartbeats.bad_webhook?.at ?? null,
      last_bad_reason: heartbeats.bad_webhook?.detail ?? null,
      found_without_webhook: facts.found_without_webhook,
    },
    reconcile: { last_run_at: heartbeats.reconcile?.at ?? null },
    held: facts.held,
    clock_skew_seconds: skewOf(heartbeats),
  }
}

async function takeLook(
  bpc: HealthParts,
  surroundings: Surroundings
): Promise<Look> {
  const settings = await bpc.configuration.settings()
  const [
    accounts,
    troubles,
    regions,
    goneProviders,
    heartbeats,
    facts,
    restReleasedBy,
  ] = await Promise.all([
    listAccountViews(bpc),
    bpc.gatewayWatch.read(),
    bpc.queries.offeringRegions(bpc.configuration.providerId),
    bpc.queries.goneProviders(),
    bpc.heartbeats.read(),
    bpc.queries.healthFacts(settings.captureWarningDays),
    bpc.accounts.remainderReleases.accounts(),
  ])
  return {
    settings,
    accounts,
    canEncrypt: bpc.accounts.canEncrypt,
    regions,
    goneProviders,
    heartbeats,
    facts,
    troubles,
    restReleasedBy,
    surroundings,
    jobPauseSeconds: bpc.configuration.options.idlePauseSeconds,
  }
}
