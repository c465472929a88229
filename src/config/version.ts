import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"

const PACKAGE_NAME = "medusa-payment-bpc"

/** The package's version, found upwards from here: sources and build lie at different depths. */
export function packageVersion(from = __dirname): string {
  const { name, version } = manifestIn(from)
  if (name === PACKAGE_NAME && version !== undefined) return version
  const parent = dirname(from)
  if (parent === from) throw new Error(`No package.json of ${PACKAGE_NAME}`)
  return packageVersion(parent)
}

function manifestIn(folder: string): { name?: string; version?: string } {
  try {
    return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
      name?: string
      version?: string
    }
  } catch {
    return {}
  }
}
