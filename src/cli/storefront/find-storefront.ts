import { readFile } from "node:fs/promises"
import { basename, dirname, join, resolve } from "node:path"

/** Where a project has its storefront, from the folder that was named. */
const PLACES = [".", "apps/storefront", "storefront", "src"]

export type Search = { root?: string; looked: string[] }

/** The folder of the storefront: the first with a `package.json` that depends on Next. */
export async function findStorefront(directory: string): Promise<Search> {
  const named = resolve(directory)
  const looked = PLACES.map((place) => join(named, place))
  if (basename(named) === "src") looked.push(dirname(named))
  for (const root of looked) {
    if (await dependsOnNext(root)) return { root, looked }
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
