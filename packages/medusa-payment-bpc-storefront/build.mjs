/*
 * Builds the kit: ES modules for bundlers, CommonJS for the rest, and types for both; and the command, as one file that holds the
 * libraries it works with: a storefront that installs the kit installs nothing else.
 */
import { execFileSync } from "node:child_process"
import { chmod, readFile, readdir, rm, writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { dirname, join, relative } from "node:path"
import { execPath } from "node:process"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"

const HERE = dirname(fileURLToPath(import.meta.url))
const SOURCES = join(HERE, "src")
const OUTPUT = join(HERE, "dist")
const ENTRIES = ["index.ts", "messages.ts", "react/index.ts"]

const require = createRequire(import.meta.url)
await rm(OUTPUT, { recursive: true, force: true })
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

const common = { charset: "utf8", logLevel: "warning" }
const kit = {
  ...common,
  absWorkingDir: SOURCES,
  outdir: OUTPUT,
  outbase: SOURCES,
  target: "es2020",
  jsx: "automatic",
}
await build({
  ...kit,
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
  ...kit,
  entryPoints: sources.filter(
    (path) => /\.tsx?$/.test(path) && !path.includes("__tests__")
  ),
  format: "cjs",
  // Bundlers and Node alike then see a plain require.
  supported: { "dynamic-import": false },
})

const program = join(OUTPUT, "command.js")
const { metafile } = await build({
  ...common,
  absWorkingDir: HERE,
  entryPoints: ["command/cli.ts"],
  outfile: program,
  bundle: true,
  minify: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  banner: { js: "#!/usr/bin/env node" },
  metafile: true,
  legalComments: "none",
})
await chmod(program, 0o755)
await writeFile(
  join(OUTPUT, "command.licences.txt"),
  await licencesOf(Object.keys(metafile.inputs))
)

/** The licences of what the command's file holds, which all ask to be kept beside it. */
async function licencesOf(inputs) {
  const folders = new Set(
    inputs.flatMap(
      (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []
    )
  )
  const texts = await Promise.all(
    [...folders].sort().map(async (folder) => {
      const home = join(HERE, folder)
      const file = (await readdir(home)).find((name) =>
        /^licen[cs]e/i.test(name)
      )
      if (!file) {
        throw new Error(`${relative(HERE, home)} has no licence beside it`)
      }
      const text = await readFile(join(home, file), "utf8")
      return `${folder.replace(/^.*node_modules\//, "")}\n\n${text.trim()}\n`
    })
  )
  return texts.join(`\n${"-".repeat(72)}\n\n`)
}
