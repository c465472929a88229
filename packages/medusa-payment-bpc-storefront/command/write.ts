import {
  chmod,
  mkdir,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from "node:fs/promises"
import { basename, dirname, join } from "node:path"
import { placeIn } from "./place"
import { type Change } from "./shop"

/**
 * Makes all changes or none: everything is written beside the files first and then moved in their place; when one move fails, those
 * before it are taken back.
 *
 * Links that lead out of the storefront are looked for once more, since the plan may be old.
 *
 * @throws the first error of the file system, or UnreadableSource, with the storefront as it was
 */
export async function write(
  root: string,
  changes: readonly Change[]
): Promise<void> {
  const made: string[] = []
  const moves: { from: string; to: string; before: string | undefined }[] = []
  const done: typeof moves = []
  try {
    for (const { path, before, after } of changes) {
      if (after === undefined) continue
      const to = await placeIn(root, path)
      const first = await mkdir(dirname(to), { recursive: true })
      if (first) made.push(first)
      const from = `${to}.bpc-${process.pid}`
      moves.push({ from, to, before })
      await writeFile(from, after, { flag: "wx" })
      if (before !== undefined) await chmod(from, (await stat(to)).mode)
    }
    for (const move of moves) {
      await rename(move.from, move.to)
      done.push(move)
    }
  } catch (error) {
    for (const { to, before } of done) {
      await (before === undefined ? rm(to) : writeFile(to, before))
    }
    for (const { from } of moves) await rm(from, { force: true })
    for (const folder of made) await rm(folder, { recursive: true })
    throw error
  }
  for (const { path, after } of changes) {
    if (after === undefined) await remove(root, path)
  }
}

/** With the folders that are empty then; the storefront's own is not, having its `package.json`. A link goes, not what it leads to. */
async function remove(root: string, path: string): Promise<void> {
  let folder = await placeIn(root, dirname(path))
  await rm(join(folder, basename(path)))
  while (await isGone(rmdir(folder))) folder = dirname(folder)
}

function isGone(removal: Promise<void>): Promise<boolean> {
  return removal.then(
    () => true,
    () => false
  )
}
