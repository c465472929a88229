import { readFileSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "../../demo/runner/paths"
import { type Terminal } from "./terminal"

/** What this repository publishes, by the folder that it is published from. */
export const FOLDERS = {
  plugin: ROOT,
  storefront: join(ROOT, "packages/medusa-payment-bpc-storefront"),
  sandbox: join(ROOT, "packages/bpc-sandbox"),
} as const
export type PackageName = keyof typeof FOLDERS

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
  version: string
  bin: Record<string, string>
  exports: Record<string, Targets>
  devDependencies: Record<string, string>
}

export function manifestOf(folder: string): Manifest {
  return JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8")
  ) as Manifest
}

/** Packs a package as publishing would; `prepack` builds it first. */
export async function pack(
  name: PackageName,
  terminal: Terminal
): Promise<Tarball> {
  const { output } = await terminal.succeed(
    terminal.npm([
      "pack",
      "--json",
      // Else the build's own words come between the lines of the report.
      "--foreground-scripts=false",
      "--pack-destination",
      terminal.directory,
    ]),
    { cwd: FOLDERS[name] }
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

const VARIABLE = "BPC_TEST_TARBALLS"
type Tarballs = Record<PackageName, Tarball>

export function shareWithTests(tarballs: Tarballs): void {
  process.env[VARIABLE] = JSON.stringify(tarballs)
}

/** What the set-up has packed. */
export function tarballs(): Tarballs {
  return JSON.parse(process.env[VARIABLE] ?? "") as Tarballs
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
