import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { build } from "esbuild"

const LIMIT_BYTES = 4 * 1024

/** What a storefront loads at first for these lines: minified and gzipped; what it loads only when needed is not in it. */
async function sizeOf(code: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: join(__dirname, "..") },
    bundle: true,
    minify: true,
    format: "esm",
    splitting: true,
    outdir: "out",
    write: false,
    target: "es2020",
    charset: "utf8",
    external: ["react", "react/jsx-runtime"],
  })
  const [first] = outputFiles
  return first ? gzipSync(first.contents, { level: 9 }).length : Infinity
}

it("both parts together, in ten languages, are under 4 KB", async () => {
  const size = await sizeOf('export * from "./index"; export * from "./react"')
  process.stdout.write(`The storefront kit: ${size} bytes.\n`)
  expect(size).toBeLessThan(LIMIT_BYTES)
})

it("leaves out what a storefront does not use", async () => {
  expect(
    await sizeOf('export { isBpc, paymentUrl } from "./index"')
  ).toBeLessThan(512)
  expect(await sizeOf('export { paymentStatus } from "./index"')).toBeLessThan(
    1024
  )
})
