import {
  type ConfigModule,
  type MedusaContainer,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type Surroundings } from "./health-problem"

/** How Medusa is run, as its own container tells. */
export function surroundingsOf(
  container: Pick<MedusaContainer, "resolve">
): Surroundings {
  const { projectConfig } = container.resolve<ConfigModule>(
    ContainerRegistrationKeys.CONFIG_MODULE
  )
  const bus: object = container.resolve(Modules.EVENT_BUS)
  return {
    lockingProvider: lockingProviderOf(container.resolve(Modules.LOCKING)),
    eventBus: bus.constructor.name,
    workerMode: projectConfig.workerMode ?? "shared",
  }
}

/** The provider that Medusa's locking module uses; the module itself has no question for it. */
function lockingProviderOf(locking: object): string | undefined {
  const provider: unknown =
    "defaultProviderId" in locking ? locking.defaultProviderId : undefined
  return typeof provider === "string" ? provider : undefined
}
