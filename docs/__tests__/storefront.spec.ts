import { readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"
import { complaintsAbout } from "./complaints"
import { ROOT } from "./documents"

const KIT = join(ROOT, "packages/medusa-payment-bpc-storefront/src")

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

const OPTIONS: ts.CompilerOptions = {
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

function complaintsAboutExamples(all: Example[]): string[] {
  const files = new Map(
    [...all, { name: "surroundings.d.ts", code: SURROUNDINGS }].map(
      ({ name, code }) => [join(KIT, name), code]
    )
  )
  return complaintsAbout(files, OPTIONS)
}

it("shows code for React, Next, Vue, HTML and phones that TypeScript accepts", () => {
  expect(examples()).toHaveLength(7)
  expect(complaintsAboutExamples(examples())).toEqual([])
}, 60_000)

it("would notice code that is wrong", () => {
  const wrong = {
    name: "wrong.ts",
    code: 'import { paymentUrl } from "medusa-payment-bpc-storefront"\npaymentUrl("cart")',
  }
  expect(complaintsAboutExamples([wrong])).not.toEqual([])
}, 60_000)
