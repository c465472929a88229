import { lstat, realpath } from "node:fs/promises"
import { basename, dirname, join, sep } from "node:path"
import { UnreadableSource } from "./source"

/**
 * Where a path of a storefront really lies, links followed; a file that is not there yet, by the folders that are.
 *
 * @throws UnreadableSource when a link leads out of the storefront's folder, or nowhere: what lies there is not the storefront's, and
 * is neither read, changed nor removed
 */
export async function placeIn(root: string, path: string): Promise<string> {
  const base = await realpath(root)
  const place = await realPlace(join(base, path))
  if (place === undefined) {
    throw new UnreadableSource(`${path} is a link that leads nowhere`)
  }
  if (!isInside(base, place)) {
    throw new UnreadableSource(
      `${path} lies outside of the storefront's folder, because a link leads out of it (to ${place}); it is neither read nor changed`
    )
  }
  return place
}

export function isInside(folder: string, place: string): boolean {
  return place === folder || place.startsWith(folder + sep)
}

async function realPlace(path: string): Promise<string | undefined> {
  try {
    return await realpath(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== "ENOENT" && code !== "ELOOP") throw error
    if (code === "ELOOP" || (await isThere(path))) return undefined
    const folder = await realPlace(dirname(path))
    return folder && join(folder, basename(path))
  }
}

/** A link counts, wherever it leads. */
function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false
  )
}
