import { readFile, realpath } from "node:fs/promises"
import { basename, dirname, join, resolve } from "node:path"
import { isInside } from "./place"

/** Where a project has its storefront, from the folder that was named. */
const PLACES = [".", "apps/storefront", "storefront", "src"]

export type Search = { root?: string; looked: string[] }

/**
 * The folder of the storefront: the first with a `package.json` that depends on Next. The named folder may itself be a link; below
 * it, one that leads out is not followed.
 */
export async function findStorefront(directory: string): Promise<Search> {
  const named = resolve(directory)
  const looked = PLACES.map((place) => join(named, place))
  if (basename(named) === "src") looked.push(dirname(named))
  const above = await realpath(dirname(named)).catch(() => named)
  const base = await realpath(named).catch(() => named)
  for (const root of looked) {
    const place = await realpath(root).catch(() => undefined)
    const known =
      place !== undefined && (isInside(base, place) || place === above)
    if (known && (await dependsOnNext(root))) return { root, looked }
  }
  return { looked }
}

async function dependsOnNext(folder: string): Promise<boolean> {
  try {
    const manifest: unknown = JSON.parse(
      (await readFile(join(folder, "package.json"), "utf8")).replace(
        /^\uFEFF/,
        ""
      )
    )
    return (
      typeof manifest === "object" &&
      manifest !== null &&
      "dependencies" in manifest &&
      Object.hasOwn(Object(manifest.dependencies), "next")
    )
  } catch {
    return false
  }
}
