import { readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"

const ROOT = join(__dirname, "../../../..")
const KIT = join(__dirname, "..")

/** Other people's packages in the examples, as far as they are used there. */
const SURROUNDINGS = `
declare module "vue" { export function ref<T>(value: T): { value: T } }
declare module "expo-web-browser" { export function openAuthSessionAsync(url: string, redirectUrl: string): Promise<unknown> }
declare module "@lib/config" {
  import type Medusa from "@medusajs/js-sdk"
  export const sdk: Medusa
}
declare module "@lib/data/payment" {
  import { type HttpTypes } from "@medusajs/types"
  export function openPage(
    cart: HttpTypes.StoreCart
  ): Promise<HttpTypes.StorePaymentCollectionResponse | { error: string }>
}
declare function defineProps<T>(): T
`

type Example = { name: string; code: string }

/** The code of the document, as files that TypeScript can look at. */
function examples(): Example[] {
  const text = readFileSync(join(ROOT, "docs/storefront.md"), "utf8")
  const blocks = [...text.matchAll(/^```(tsx?|vue|html)\n(.*?)^```$/gms)]
  return blocks.map(([, language = "", block = ""], index) => {
    const name = `example-${index + 1}`
    switch (language) {
      case "vue":
        return { name: `${name}.ts`, code: inTag(block, "script setup") }
      case "html":
        return {
          name: `${name}.js`,
          code: inTag(block, 'script type="module"'),
        }
      default:
        return { name: `${name}.tsx`, code: block }
    }
  })
}

function inTag(block: string, tag: string): string {
  const start = block.indexOf(">", block.indexOf(`<${tag}`)) + 1
  return block.slice(start, block.indexOf("</script>", start))
}

function complaintsAbout(all: Example[]): string[] {
  const files = new Map(
    [...all, { name: "surroundings.d.ts", code: SURROUNDINGS }].map(
      ({ name, code }) => [join(KIT, name), code]
    )
  )
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    jsx: ts.JsxEmit.ReactJSX,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    allowJs: true,
    types: [],
    paths: {
      "medusa-payment-bpc-storefront": [join(KIT, "index.ts")],
      "medusa-payment-bpc-storefront/*": [join(KIT, "*")],
    },
  }
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (path) => files.has(path) || fileExists.call(host, path)
  host.readFile = (path) => files.get(path) ?? readFile.call(host, path)
  host.getSourceFile = (path, version, ...rest) => {
    const code = files.get(path)
    return code === undefined
      ? getSourceFile.call(host, path, version, ...rest)
      : ts.createSourceFile(path, code, version)
  }
  const program = ts.createProgram([...files.keys()], options, host)
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName.replace(KIT, "")}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`
    )
}

it("shows code for React, Next, Vue, HTML and phones that TypeScript accepts", () => {
  expect(examples()).toHaveLength(7)
  expect(complaintsAbout(examples())).toEqual([])
}, 60_000)

it("would notice code that is wrong", () => {
  const wrong = {
    name: "wrong.ts",
    code: 'import { paymentUrl } from "medusa-payment-bpc-storefront"\npaymentUrl("cart")',
  }
  expect(complaintsAbout([wrong])).not.toEqual([])
}, 60_000)
