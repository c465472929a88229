import { join } from "node:path"
import {
  type ConfigModule,
  type MedusaContainer,
} from "@medusajs/framework/types"
import type BpcModuleService from "../../../modules/bpc/service"
import { checkOf } from "../report"
import { field } from "./field"
import { Finding } from "./finding"
import { type FromStore } from "./from-store"
import { firstLine, ownSentence } from "./sentence"

const configuration = checkOf("configuration", "Configuration")
const WRAP =
  "Wrap the config: module.exports = defineConfig(withBpcPayments({ ... })), as the README shows."

/** Loads every module of a store, and starts none of them. @throws Finding */
export async function loadModules(
  directory: string,
  config: ConfigModule,
  fromStore: FromStore
): Promise<{ container: MedusaContainer; bpc: BpcModuleService }> {
  const container = await load(directory, config, fromStore).catch(
    (error: unknown) => {
      const own = ownSentence(error)
      throw new Finding(
        own
          ? configuration.problem(own, "Correct it, and run doctor again.")
          : configuration.problem(
              `Medusa cannot load its modules: ${firstLine(error)}`,
              "Correct what it names, and run doctor again; `npx medusa start` says more."
            )
      )
    }
  )
  const bpc = container.resolve<BpcModuleService>("bpc", {
    allowUnregistered: true,
  })
  if (!bpc) {
    throw new Finding(
      configuration.problem(
        "This store does not use the plugin: the bpc module is not in its configuration.",
        WRAP
      )
    )
  }
  if (!hasProvider(config, bpc.configuration.options.id)) {
    throw new Finding(
      configuration.problem(
        `The plugin is loaded, but its payment provider (${bpc.configuration.providerId}) is not among those of the payment module, so no region can offer it.`,
        WRAP
      )
    )
  }
  return { container, bpc }
}

async function load(
  directory: string,
  config: ConfigModule,
  fromStore: FromStore
): Promise<MedusaContainer> {
  const { MedusaAppLoader, container } = fromStore("@medusajs/framework")
  const { pgConnectionLoader } = fromStore("@medusajs/framework/database")
  const { LinkLoader } = fromStore("@medusajs/framework/links")
  const { logger } = fromStore("@medusajs/framework/logger")
  const { getResolvedPlugins, mergePluginModules } = fromStore(
    "@medusajs/framework/utils"
  )

  await pgConnectionLoader()
  const plugins = await getResolvedPlugins(directory, config, true)
  mergePluginModules(config, plugins, directory)
  await new LinkLoader(
    plugins.map(({ resolve }) => join(resolve, "links")),
    logger
  ).load()
  await new MedusaAppLoader().load()
  return container
}

function hasProvider({ modules }: ConfigModule, id: string): boolean {
  const options = field(field(modules, "payment"), "options")
  const providers = field(options, "providers")
  return (
    Array.isArray(providers) &&
    providers.some((provider: unknown) => field(provider, "id") === id)
  )
}
