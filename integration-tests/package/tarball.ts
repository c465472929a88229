import { readFileSync } from "node:fs"
import { readdir } from "node:fs/promises"
import { join } from "node:path"
import { ROOT } from "../../demo/runner/paths"
import { type Terminal } from "./terminal"

export type Tarball = {
  path: string
  /** Bytes, compressed. */
  size: number
  unpackedSize: number
  /** Paths inside the package. */
  files: string[]
}

type PackReport = {
  filename: string
  size: number
  unpackedSize: number
  files: { path: string }[]
}

type Targets = string | { [condition: string]: Targets }

export type Manifest = {
  name: string
  bin: Record<string, string>
  exports: Record<string, Targets>
  devDependencies: Record<string, string>
}

export function pluginManifest(): Manifest {
  return JSON.parse(
    readFileSync(join(ROOT, "package.json"), "utf8")
  ) as Manifest
}

/** Packs the plugin as publishing would; `prepack` builds it first. */
export async function packPlugin(terminal: Terminal): Promise<Tarball> {
  const { output } = await terminal.succeed(
    terminal.npm([
      "pack",
      "--json",
      // Else the build's own words come between the lines of the report.
      "--foreground-scripts=false",
      "--pack-destination",
      terminal.directory,
    ]),
    { cwd: ROOT }
  )
  const [report] = JSON.parse(
    output.slice(output.indexOf("[\n"))
  ) as PackReport[]
  if (!report) {
    throw new Error(`npm pack reported no package:\n${output}`)
  }
  return {
    path: join(terminal.directory, report.filename),
    size: report.size,
    unpackedSize: report.unpackedSize,
    files: report.files.map(({ path }) => path),
  }
}

/** What `exports` and `bin` name, or what a module's types should be called, and is not in the tarball. */
export function missingTargets(
  { exports, bin }: Manifest,
  files: string[]
): string[] {
  const local = (path: string) => path.replace(/^\.\//, "")
  const modules = Object.values(exports).flatMap(flat).map(local)
  // A program has no types: nobody imports it.
  const targets = [...modules, ...Object.values(bin).map(local)]
  const types = modules
    // The admin's bundle is made by Vite for the dashboard alone; nobody imports it by hand.
    .filter((path) => path.endsWith(".js") && !path.includes("/src/admin/"))
    .map((path) => path.replace(/\.js$/, ".d.ts"))
  return [...targets, ...types].filter((target) => {
    const path = pattern(target)
    return !files.some((file) => path.test(file))
  })
}

/** Sources of the plugin's server side that have no compiled file in the tarball: Medusa's compiler leaves out some folders. */
export async function uncompiledSources(files: string[]): Promise<string[]> {
  const root = join(__dirname, "../..")
  const sources: string[] = []
  for (const folder of ["src", "sandbox"]) {
    const entries = await readdir(join(root, folder), { recursive: true })
    sources.push(...entries.map((path) => `${folder}/${path}`))
  }
  return sources
    .filter((path) => path.endsWith(".ts"))
    .filter((path) => !/__tests__|^src\/admin\//.test(path))
    .filter(
      (path) =>
        !files.includes(`.medusa/server/${path.replace(/\.ts$/, ".js")}`)
    )
}

function flat(targets: Targets): string[] {
  return typeof targets === "string"
    ? [targets]
    : Object.values(targets).flatMap(flat)
}

function pattern(target: string): RegExp {
  const parts = target
    .split("*")
    .map((part) => part.replace(/[.[\]/]/g, "\\$&"))
  return new RegExp(`^${parts.join("[^/]+")}$`)
}
