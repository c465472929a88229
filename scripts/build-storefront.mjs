/*
 * Builds the storefront kit beside what `medusa plugin:build` made: ES modules for bundlers, CommonJS for the rest, and types for
 * both. Medusa's compiler knows CommonJS only, and a browser's kit must not be compiled against Node's types.
 */
import { execFileSync } from "node:child_process"
import { readFile, readdir, writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { execPath } from "node:process"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const SOURCES = join(ROOT, "src/storefront")
const OUTPUT = join(ROOT, ".medusa/server/src/storefront")
const ENTRIES = ["index.ts", "messages.ts", "react/index.ts"]

const require = createRequire(import.meta.url)
execFileSync(
  execPath,
  [
    require.resolve("typescript/bin/tsc"),
    "-p",
    join(SOURCES, "tsconfig.build.json"),
    "--outDir",
    OUTPUT,
  ],
  { stdio: "inherit" }
)
const paths = await readdir(OUTPUT, { recursive: true })
for (const path of paths.filter((path) => path.endsWith(".d.ts"))) {
  const types = await readFile(join(OUTPUT, path), "utf8")
  await writeFile(
    join(OUTPUT, path.replace(/\.d\.ts$/, ".d.mts")),
    types.replace(
      /((?:from|import\() ?")(\.[^"]+)"/g,
      (_, before, specifier) => `${before}${specifier}.mjs"`
    )
  )
}

const common = {
  absWorkingDir: SOURCES,
  outdir: OUTPUT,
  outbase: SOURCES,
  target: "es2020",
  jsx: "automatic",
  charset: "utf8",
  logLevel: "warning",
}
await build({
  ...common,
  entryPoints: ENTRIES,
  bundle: true,
  splitting: true,
  format: "esm",
  packages: "external",
  outExtension: { ".js": ".mjs" },
  chunkNames: "shared-[hash]",
})
const sources = await readdir(SOURCES, { recursive: true })
await build({
  ...common,
  entryPoints: sources.filter(
    (path) => /\.tsx?$/.test(path) && !path.includes("__tests__")
  ),
  format: "cjs",
  // Bundlers and Node alike then see a plain require.
  supported: { "dynamic-import": false },
})
