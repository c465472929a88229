import { lstat, mkdir, readFile, rm, symlink, unlink } from "node:fs/promises"
import { join } from "node:path"
import { type Crew } from "./crew"
import { fingerprint } from "./fingerprint"
import {
  BUILDS,
  MEDUSA_CLI,
  PLUGIN_BUILD,
  ROOT,
  STORE,
  STOREFRONT,
  STOREFRONT_BUILD,
  STORE_BUILD,
  VITE_CLI,
} from "./paths"
import { cleanEnvironment } from "./processes"
import { type Progress } from "./progress"
import { oncePerFingerprint } from "./stamp"

/** The packages that every build depends on. */
const SHARED = ["package.json", "package-lock.json"]

/** A build of sources into a folder, done again only when the sources changed or the folder is gone. */
type Build = {
  title: string
  name: string
  sources: string[]
  output: string
  command: { args: string[]; cwd: string; env?: NodeJS.ProcessEnv }
}

const PLUGIN: Build = {
  title: "Building the plugin",
  name: "plugin",
  sources: ["src", "tsconfig.json", ...SHARED],
  output: join(PLUGIN_BUILD, "src/config/index.js"),
  command: { args: [MEDUSA_CLI, "plugin:build"], cwd: ROOT },
}

const STORE_AND_ADMIN: Build = {
  title: "Building the store and its admin",
  name: "store",
  sources: [
    "demo/store/medusa-config.ts",
    "demo/store/package.json",
    "demo/store/tsconfig.json",
    "demo/store/src",
    "src/admin",
    ...SHARED,
  ],
  output: join(STORE_BUILD, "public/admin/index.html"),
  command: { args: [MEDUSA_CLI, "build"], cwd: STORE },
}

const STOREFRONT_SITE: Build = {
  title: "Building the storefront",
  name: "storefront",
  sources: [
    "demo/storefront",
    "packages/medusa-payment-bpc-storefront/src",
    ...SHARED,
  ],
  output: join(STOREFRONT_BUILD, "index.html"),
  command: {
    args: [VITE_CLI, "build", "--outDir", STOREFRONT_BUILD, "--emptyOutDir"],
    cwd: STOREFRONT,
  },
}

export type Builder = {
  plugin(): Promise<void>
  /** Needs the plugin's build. */
  store(env: NodeJS.ProcessEnv): Promise<void>
  storefront(): Promise<void>
}

export function builder(crew: Crew, progress: Progress): Builder {
  const run = async (build: Build, env: NodeJS.ProcessEnv = {}) => {
    const stampPath = join(BUILDS, `${build.name}.fingerprint`)
    const present = await lstat(build.output).catch(() => undefined)
    if (!present) {
      await rm(stampPath, { force: true })
    }
    const current = await fingerprint(build.sources)
    if (
      present &&
      (await readFile(stampPath, "utf8").catch(() => "")) === current
    ) {
      return
    }
    await progress.step(build.title, () =>
      oncePerFingerprint(stampPath, current, () =>
        crew.run({
          name: build.title,
          args: build.command.args,
          cwd: build.command.cwd,
          env: {
            ...cleanEnvironment(),
            ...env,
            MEDUSA_DISABLE_TELEMETRY: "1",
          },
          logPath: join(BUILDS, `${build.name}.log`),
        })
      ).then(() => undefined)
    )
  }
  return {
    plugin: async () => {
      await run(PLUGIN)
      await linkPlugin()
    },
    store: (env) => run(STORE_AND_ADMIN, env),
    storefront: () => run(STOREFRONT_SITE),
  }
}

/** The store finds the plugin as every shop does, in its node_modules; here that is a link to the repository. */
async function linkPlugin() {
  const folder = join(STORE, "node_modules")
  const link = join(folder, "medusa-payment-bpc")
  await mkdir(folder, { recursive: true })
  await unlink(link).catch(() => undefined)
  await symlink(ROOT, link, "junction")
}
