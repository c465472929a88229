/*
 * Makes the admin's bundle small: it carries ten languages, and Medusa's compiler neither minifies it nor leaves out the second
 * copy in CommonJS, which no admin loads (package.json leaves that one out).
 */
import { readFile, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { transform } from "esbuild"

const bundle = join(
  dirname(dirname(fileURLToPath(import.meta.url))),
  ".medusa/server/src/admin/index.mjs"
)
const { code } = await transform(await readFile(bundle, "utf8"), {
  format: "esm",
  target: "es2022",
  minify: true,
  // Texts in Greek, Cyrillic and Arabic would become escapes of six characters each.
  charset: "utf8",
})
await writeFile(bundle, code)
