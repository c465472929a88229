import { existsSync } from "node:fs"
import { join } from "node:path"
import {
  type ConfigModule,
  type MedusaContainer,
} from "@medusajs/framework/types"
import type BpcModuleService from "../../../modules/bpc/service"
import { type Check, checkOf } from "../report"
import { databaseCheck } from "./database"
import { Finding } from "./finding"
import { type FromStore, storePackages } from "./from-store"
import { loadModules } from "./load-modules"
import { firstLine, ownSentence } from "./sentence"
import { passwordsOf } from "./secrets"

const configuration = checkOf("configuration", "Configuration")
const CONFIG_FILES = ["ts", "js", "mts", "mjs", "cts", "cjs"].map(
  (extension) => `medusa-config.${extension}`
)

export type OpenStore = {
  container: MedusaContainer
  config: ConfigModule
  bpc: BpcModuleService
}

export type Listeners = {
  onStep: (step: string) => void
  onCheck: (check: Check) => void
  /** Hears of everything that must not be printed. */
  onSecret: (secret: string) => void
}

/**
 * Loads a store the way `medusa exec` does, but for its jobs, routes and defaults: nothing runs and nothing is served.
 *
 * @throws Finding, with the one sentence that says why the store cannot start
 */
export async function openStore(
  directory: string,
  listeners: Listeners
): Promise<OpenStore> {
  if (!CONFIG_FILES.some((name) => existsSync(join(directory, name)))) {
    throw new Finding(
      configuration.problem(
        `There is no medusa-config here (${directory}).`,
        "Run doctor in the folder of the Medusa application."
      )
    )
  }
  listeners.onStep("Reading the configuration")
  const fromStore = storePackages(directory)
  prepareProcess(directory, fromStore)
  const config = await readConfig(directory, fromStore)
  secretsOf(config).forEach(listeners.onSecret)

  listeners.onStep("Asking the database")
  const database = await databaseCheck(config, fromStore)
  if (database.status === "problem") {
    throw new Finding(database)
  }
  listeners.onStep("Loading Medusa's modules")
  const { container, bpc } = await loadModules(directory, config, fromStore)
  for (const account of await bpc.configuration.accounts()) {
    const { apiKey, webhookSecrets, v1 } = account
    for (const secret of [apiKey, ...webhookSecrets, v1?.password ?? ""]) {
      listeners.onSecret(secret)
    }
  }
  listeners.onCheck(
    configuration.ok(
      "Medusa loads with it; the plugin and its payment provider are part of it."
    )
  )
  listeners.onCheck(database)
  return { container, config, bpc }
}

/** What Medusa's own command line does before it runs a command. */
function prepareProcess(directory: string, fromStore: FromStore): void {
  process.env.NODE_ENV ||= "development"
  process.env.LOG_LEVEL = "error"
  process.env.MEDUSA_DISABLE_TELEMETRY = "1"
  if (!(Symbol.for("ts-node.register.instance") in process)) {
    for (const tool of ["ts-node", "tsconfig-paths"] as const) {
      try {
        fromStore(tool).register({})
      } catch {
        // A built store has no TypeScript, and needs none.
      }
    }
  }
  try {
    fromStore("@medusajs/framework/utils").loadEnv("development", directory)
  } catch {
    throw new Finding(
      configuration.problem(
        "Medusa is not installed here: @medusajs/framework cannot be found.",
        "Install the store's packages (npm install) and run doctor again."
      )
    )
  }
}

async function readConfig(
  directory: string,
  fromStore: FromStore
): Promise<ConfigModule> {
  try {
    const { getConfigFile } = fromStore("@medusajs/framework/utils")
    // Medusa's loader ends the process when the file cannot be read; asked first, the file tells why.
    const { error } = await getConfigFile(directory, "medusa-config")
    if (error) {
      throw error as Error
    }
    const { initializeContainer } = fromStore("@medusajs/medusa/loaders/index")
    const container = await initializeContainer(directory, {
      skipDbConnection: true,
      throwOnValidationError: true,
    })
    return container.resolve<ConfigModule>("configModule")
  } catch (error) {
    const own = ownSentence(error)
    throw new Finding(
      own
        ? configuration.problem(own, "Correct it, and run doctor again.")
        : configuration.problem(
            `medusa-config cannot be loaded: ${firstLine(error)}`,
            "Correct medusa-config, and run doctor again."
          )
    )
  }
}

function secretsOf({ projectConfig }: ConfigModule): string[] {
  const { databaseUrl, http } = projectConfig
  return [
    ...passwordsOf(databaseUrl ?? ""),
    ...[http?.jwtSecret, http?.cookieSecret].filter(
      (secret) => typeof secret === "string"
    ),
  ]
}
