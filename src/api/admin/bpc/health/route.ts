import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { type ConfigModule } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { readHealth } from "../../../../modules/bpc/health"
import { answer, bpcOf } from "../answers"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse
): Promise<void> {
  const bpc = bpcOf(req)
  const config = req.scope.resolve<ConfigModule>(
    ContainerRegistrationKeys.CONFIG_MODULE
  )
  answer(
    res,
    await readHealth(bpc, {
      inMemoryLocking: defaultLocking(req) === "in-memory",
      localEventBus: busName(req) === "LocalEventBusService",
      workerMode: config.projectConfig.workerMode ?? "shared",
    })
  )
}

/** The provider that Medusa's locking module uses; the module itself has no question for it. */
function defaultLocking(req: MedusaRequest): unknown {
  const locking: object = req.scope.resolve(Modules.LOCKING)
  return "defaultProviderId" in locking ? locking.defaultProviderId : undefined
}

function busName(req: MedusaRequest): string {
  const bus: object = req.scope.resolve(Modules.EVENT_BUS)
  return bus.constructor.name
}
