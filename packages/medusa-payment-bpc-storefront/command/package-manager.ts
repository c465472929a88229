import { access, readFile } from "node:fs/promises"
import { dirname, join } from "node:path"

const LOCKS = [
  ["pnpm-lock.yaml", "pnpm"],
  ["yarn.lock", "yarn"],
  ["bun.lock", "bun"],
  ["bun.lockb", "bun"],
  ["package-lock.json", "npm"],
] as const

/** The command that installs a storefront's dependencies, as the nearest lock file or `packageManager` field has it. */
export async function installCommand(root: string): Promise<string> {
  for (let folder = root; ; folder = dirname(folder)) {
    for (const [file, manager] of LOCKS) {
      if (await exists(join(folder, file))) return `${manager} install`
    }
    const named = await managerNamedIn(folder)
    if (named) return `${named} install`
    // Beyond the repository another project begins.
    if (dirname(folder) === folder || (await exists(join(folder, ".git")))) {
      return "npm install"
    }
  }
}

async function managerNamedIn(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, "package.json"), "utf8").catch(
    () => ""
  )
  return /"packageManager"\s*:\s*"(npm|pnpm|yarn|bun)@/.exec(text)?.[1]
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false
  )
}
