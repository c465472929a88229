import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"

/* What a shop installs with this plugin, beyond the Medusa that it has: every licence must allow any use. */

type Manifest = {
  name: string
  version: string
  license?: string
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

const PERMISSIVE = [
  "MIT",
  "MIT/X11",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "0BSD",
  "BlueOak-1.0.0",
  "CC-BY-4.0",
]
const ROOT = join(__dirname, "../..")

function manifestOf(name: string, from: string): Manifest & { path: string } {
  const paths = createRequire(join(from, "package.json")).resolve.paths(name)
  for (const folder of paths ?? []) {
    const path = join(folder, name, "package.json")
    try {
      const manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest
      return { ...manifest, path: dirname(path) }
    } catch {
      continue
    }
  }
  throw new Error(`${name} is not installed for ${from}`)
}

function withDependencies(
  names: string[],
  from: string,
  seen = new Map<string, Manifest>()
): Map<string, Manifest> {
  for (const name of names) {
    const manifest = manifestOf(name, from)
    if (!seen.has(manifest.path)) {
      seen.set(manifest.path, manifest)
      withDependencies(
        Object.keys(manifest.dependencies ?? {}),
        manifest.path,
        seen
      )
    }
  }
  return seen
}

/** The command of the kit carries its libraries inside it. */
const PACKAGES = [
  { folder: ROOT, of: "dependencies" },
  { folder: join(ROOT, "packages/bpc-sandbox"), of: "dependencies" },
  {
    folder: join(ROOT, "packages/medusa-payment-bpc-storefront"),
    of: "devDependencies",
  },
] as const
const named = PACKAGES.map(({ folder, of }) => {
  const manifest = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8")
  ) as Manifest
  return { folder, names: Object.keys(manifest[of] ?? {}) }
})
const seen = new Map<string, Manifest>()
named.forEach(({ folder, names }) => withDependencies(names, folder, seen))
const installed = [...seen.values()]

it("finds dependencies to look at", () => {
  expect(installed.map(({ name }) => name)).toEqual(
    expect.arrayContaining(named.flatMap(({ names }) => names))
  )
})

it.each(installed)("$name $version may be used by anybody", ({ license }) => {
  const parts = (license ?? "none").replace(/[()]/g, "").split(/ OR | AND /)
  expect(parts.filter((one) => !PERMISSIVE.includes(one))).toEqual([])
})
