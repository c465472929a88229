import { Modules } from "@medusajs/framework/utils"
import { type BpcOptions, resolveOptions } from "./options"

/** Where the store finds the plugin's parts; the store in this repository points at the sources instead. */
export type PluginLocation = {
  /** Specifier of the plugin package; left out, the module must be found by `module`. */
  plugin?: string
  /** Specifier of the `bpc` module; left out, the plugin entry brings it. */
  module?: string
  provider: string
}

type ModuleEntry = {
  key?: string
  resolve?: unknown
  dependencies?: string[]
  options?: Record<string, unknown>
}
type Entries = unknown[] | Record<string, unknown> | undefined
type StoreConfig = {
  plugins?: unknown[]
  modules?: Entries
}

const PAYMENT_MODULE = "@medusajs/medusa/payment"
const PACKAGE: PluginLocation = {
  plugin: "medusa-payment-bpc",
  provider: "medusa-payment-bpc/providers/bpc",
}

/**
 * Adds BPC payments to a store's config: the plugin (its routes, jobs, subscribers, admin pages and the `bpc` module) and the
 * provider, in the payment module, beside the providers and options that are there already.
 *
 * Use it as `module.exports = defineConfig(withBpcPayments({ ...config }, options))`.
 *
 * A provider of ours that the payment module lists under another id stays: orders that were paid under that id need it for refunds.
 *
 * @throws Error with one sentence that names the option, if an option or environment variable is wrong, and if the config went through
 * here before with other options.
 */
export function withBpcPayments<Config extends object>(
  config: Config,
  options: BpcOptions = {}
): Config {
  return withBpcPaymentsFrom(PACKAGE, config, options)
}

export function withBpcPaymentsFrom<Config extends object>(
  location: PluginLocation,
  config: Config,
  options: BpcOptions = {}
): Config {
  const { id } = resolveOptions(options)
  const given: StoreConfig = config
  refuseSecondCall(given, location, options)
  const provider = { resolve: location.provider, id, options: { ...options } }

  const additions: ModuleEntry[] = location.module
    ? [{ resolve: location.module, options: { ...options } }]
    : []
  return {
    ...config,
    ...(location.plugin && {
      plugins: [
        ...(given.plugins ?? []).filter(
          (plugin) => !isPlugin(plugin, location)
        ),
        { resolve: location.plugin, options: { ...options } },
      ],
    }),
    modules: withPaymentProvider(given.modules, provider, additions),
  }
}

/** The first call's provider and account would be gone without a word. */
function refuseSecondCall(
  { plugins }: StoreConfig,
  location: PluginLocation,
  options: BpcOptions
): void {
  const earlier = (plugins ?? []).find(
    (entry) => isPlugin(entry, location) && isRecord(entry)
  )
  const before = isRecord(earlier) ? (earlier.options ?? {}) : options
  if (JSON.stringify(before) !== JSON.stringify(options)) {
    const error = new Error(
      `medusa-payment-bpc: the plugin is configured twice, with different options. A store has one BPC provider: keep one call of withBpcPayments; further merchant accounts are added under Settings -> BPC Payments. Orders that were paid under another id are refunded as long as the payment module lists the provider under that id too: { resolve: "${location.provider}", id: "the other id" }.`
    )
    error.stack = error.message
    throw error
  }
}

function isPlugin(entry: unknown, location: PluginLocation): boolean {
  return (
    entry === location.plugin ||
    (isRecord(entry) && entry.resolve === location.plugin)
  )
}

function withPaymentProvider(
  modules: Entries,
  provider: { resolve: string; id: string },
  additions: ModuleEntry[]
): Entries {
  const extend = (entry: ModuleEntry): ModuleEntry => {
    const present = entry.options?.providers
    const others = (Array.isArray(present) ? present : []).filter(
      (other) =>
        !isRecord(other) ||
        other.resolve !== provider.resolve ||
        (other.id !== undefined && other.id !== provider.id)
    )
    return {
      ...entry,
      // The provider reaches the ledger through this dependency; Medusa adds to the array, so it must be a fresh one.
      dependencies: [...new Set([...(entry.dependencies ?? []), "bpc"])],
      options: { ...entry.options, providers: [...others, provider] },
    }
  }

  if (modules === undefined || Array.isArray(modules)) {
    const added = new Set(additions.map(({ resolve }) => resolve))
    const list = (modules ?? []).filter(
      (entry) => !isRecord(entry) || !added.has(entry.resolve)
    )
    const found = list.some(isPaymentModule)
    return [
      ...list.map((entry) => (isPaymentModule(entry) ? extend(entry) : entry)),
      ...(found ? [] : [extend({ resolve: PAYMENT_MODULE })]),
      ...additions,
    ]
  }
  const entry = modules[Modules.PAYMENT]
  return {
    ...modules,
    [Modules.PAYMENT]: extend(
      isRecord(entry) ? entry : { resolve: PAYMENT_MODULE }
    ),
    ...(additions[0] && { bpc: additions[0] }),
  }
}

function isPaymentModule(entry: unknown): entry is ModuleEntry {
  return (
    isRecord(entry) &&
    (entry.key === Modules.PAYMENT ||
      entry.resolve === PAYMENT_MODULE ||
      entry.resolve === "@medusajs/payment")
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null
}
