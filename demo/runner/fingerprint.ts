import { createHash } from "node:crypto"
import { readFile, readdir, stat } from "node:fs/promises"
import { join, relative } from "node:path"
import { ROOT } from "./paths"

const IGNORED = new Set(["node_modules", ".medusa", "__tests__", "static"])

/** A hash over the contents of files and folders (paths relative to the repository); tests and build output do not count. */
export async function fingerprint(paths: string[]): Promise<string> {
  const hash = createHash("sha256")
  for (const path of paths) {
    for (const file of await filesOf(join(ROOT, path))) {
      hash.update(relative(ROOT, file)).update("\0")
      hash.update(await readFile(file)).update("\0")
    }
  }
  return hash.digest("hex")
}

async function filesOf(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined)
  if (!found) {
    return []
  }
  if (found.isFile()) {
    return [path]
  }
  const names = (await readdir(path))
    .filter((name) => !IGNORED.has(name))
    .sort()
  return (
    await Promise.all(names.map((name) => filesOf(join(path, name))))
  ).flat()
}
