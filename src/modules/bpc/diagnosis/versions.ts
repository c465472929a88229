import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { packageVersion } from "../../../config/version"

export type Versions = {
  plugin: string | null
  medusa: string | null
  node: string
}

/** Of what runs in this process; null where a package does not tell. */
export function versions(): Versions {
  return {
    plugin: told(packageVersion),
    medusa: told(medusaVersion),
    node: process.version,
  }
}

/** @throws where Medusa is not to be found from here */
function medusaVersion(): string {
  const file = createRequire(__filename).resolve(
    "@medusajs/medusa/package.json"
  )
  const { version } = JSON.parse(readFileSync(file, "utf8")) as {
    version: string
  }
  return version
}

function told(version: () => string): string | null {
  try {
    return version()
  } catch {
    return null
  }
}
