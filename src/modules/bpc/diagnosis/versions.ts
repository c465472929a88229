import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"

export type Versions = {
  plugin: string | null
  medusa: string | null
  node: string
}

const PACKAGE_NAME = "medusa-payment-bpc"

/** Of what runs in this process; null where a package does not tell. */
export function versions(): Versions {
  return {
    plugin: own(__dirname),
    medusa: versionIn(() =>
      createRequire(__filename).resolve("@medusajs/medusa/package.json")
    ),
    node: process.version,
  }
}

/** Found upwards from here: sources and build lie at different depths. */
function own(folder: string): string | null {
  const file = join(folder, "package.json")
  const isOurs = nameIn(file) === PACKAGE_NAME
  const parent = dirname(folder)
  return isOurs ? versionIn(() => file) : parent === folder ? null : own(parent)
}

function nameIn(file: string): unknown {
  return manifestOf(() => file)?.name
}

function versionIn(file: () => string): string | null {
  const version = manifestOf(file)?.version
  return typeof version === "string" ? version : null
}

function manifestOf(
  file: () => string
): { name?: unknown; version?: unknown } | undefined {
  try {
    return JSON.parse(readFileSync(file(), "utf8")) as {
      name?: unknown
      version?: unknown
    }
  } catch {
    return undefined
  }
}
