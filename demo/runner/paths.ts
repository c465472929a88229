import { join, resolve } from "node:path"

export const ROOT = resolve(__dirname, "../..")
export const STORE = join(ROOT, "demo/store")
export const STORE_BUILD = join(STORE, ".medusa/server")
export const STOREFRONT = join(ROOT, "demo/storefront")
export const PLUGIN_BUILD = join(ROOT, ".medusa/server")
export const DEFAULT_DIRECTORY = join(ROOT, ".demo")

/** Builds depend on sources alone, so that demos with different data share them. */
export const BUILDS = join(DEFAULT_DIRECTORY, "builds")
export const STOREFRONT_BUILD = join(BUILDS, "storefront")

export const FOLLOW_PARENT = join(__dirname, "follow-parent.cjs")
export const MEDUSA_CLI = join(ROOT, "node_modules/@medusajs/cli/cli.js")
export const VITE_CLI = join(ROOT, "node_modules/vite/bin/vite.js")
