import { readHealth, surroundingsOf } from "../../../../modules/bpc/health"
import { type Check, type Report } from "../../report"
import { type OpenStore } from "../open-store"
import { backendCheck } from "./backend"
import { connectionChecks } from "./connections"
import { corsCheck } from "./cors"
import { healthChecks } from "./health"
import { processesNote } from "./processes"
import { regionsCheck } from "./regions"
import { storefrontChecks, templateCheck } from "./storefront"
import { roundTripCheck } from "./webhooks"

/** Looks at a store that is loaded: what its health says, and what only a look from outside can tell. */
export async function look(
  store: OpenStore,
  { url }: { url: string | undefined }
): Promise<{ mode: Report["mode"]; checks: Check[] }> {
  const { bpc, container, config } = store
  const settings = await bpc.configuration.settings()
  const backendUrl = url ?? settings.backendUrl
  const surroundings = surroundingsOf(container)
  const options = { allowInsecure: bpc.allowsLocalShop }
  const [backend, connections, regions, storefront] = await Promise.all([
    backendCheck(backendUrl, options),
    connectionChecks(bpc, settings.mode),
    bpc.queries.offeringRegions(bpc.configuration.providerId),
    storefrontChecks(settings, options),
  ])
  const [webhooks, cors] = await Promise.all([
    backend.up ? roundTripCheck(bpc, backendUrl) : [],
    corsCheck({
      ...options,
      storefrontUrl: settings.storefrontUrl,
      storeCors: config.projectConfig.http?.storeCors ?? "",
      backendUrl: backend.up ? backendUrl : undefined,
    }),
  ])
  // Read last: a round trip that went well is part of it.
  const health = healthChecks(await readHealth(bpc, surroundings), {
    accounts: await bpc.configuration.accounts(),
    settings,
    regions,
    // A server that is not started yet cannot have run its job.
    stopped: backend.stopped,
  })
  return {
    mode: settings.mode,
    checks: [
      ...health.configuration,
      ...connections,
      ...regionsCheck(regions),
      ...health.addresses,
      backend.check,
      ...webhooks,
      ...storefront,
      templateCheck(settings),
      cors,
      ...health.operation,
      ...processesNote(surroundings),
    ],
  }
}
