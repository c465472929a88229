import { cp, mkdir, rm, symlink } from "node:fs/promises"
import { join } from "node:path"
import { type Crew } from "../demo/runner/crew"
import { fingerprint } from "../demo/runner/fingerprint"
import { DEFAULT_DIRECTORY, MEDUSA_CLI, ROOT } from "../demo/runner/paths"
import { cleanEnvironment } from "../demo/runner/processes"
import { oncePerFingerprint } from "../demo/runner/stamp"

/** Not the repository's own build: others make that, and a bench must not change while it runs. */
export const PLUGIN = join(DEFAULT_DIRECTORY, "bench/plugin")
const SOURCES = [
  "src",
  "scripts",
  "tsconfig.json",
  "package.json",
  "README.md",
  "LICENSE",
  "CHANGELOG.md",
]

/** Builds the plugin as publishing would, and puts it where the stores of the bench find it. */
export async function buildPlugin(crew: Crew): Promise<void> {
  const run = (name: string, args: string[]) =>
    crew.run({
      name,
      args,
      cwd: PLUGIN,
      env: { ...cleanEnvironment(), MEDUSA_DISABLE_TELEMETRY: "1" },
      logPath: join(DEFAULT_DIRECTORY, "bench", `${name}.log`),
    })
  const stamp = join(DEFAULT_DIRECTORY, "bench/plugin.fingerprint")
  await oncePerFingerprint(stamp, await fingerprint(SOURCES), async () => {
    await rm(PLUGIN, { recursive: true, force: true })
    for (const source of SOURCES) {
      await cp(join(ROOT, source), join(PLUGIN, source), { recursive: true })
    }
    await run("plugin-build", [MEDUSA_CLI, "plugin:build"])
    await run("minify-admin", ["scripts/minify-admin.mjs"])
  })
  const folder = join(__dirname, "node_modules")
  await mkdir(folder, { recursive: true })
  await rm(join(folder, "medusa-payment-bpc"), { force: true })
  await symlink(PLUGIN, join(folder, "medusa-payment-bpc"), "junction")
}
