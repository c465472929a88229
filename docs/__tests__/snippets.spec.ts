import { join } from "node:path"
import ts from "typescript"
import { complaintsAbout } from "./complaints"
import { ROOT, documents } from "./documents"

/*
 * Every TypeScript block of the documents compiles against our own sources, as strictly as they do. docs/storefront.md has a
 * test of its own (storefront.spec.ts): its code runs in browsers and phones.
 */

const CHECKED_BY_ANOTHER_TEST = join("docs", "storefront.md")
const LANGUAGES = ["bash", "json", "php", "python", "sql", "text", "ts", "tsx"]
const KIT = "../packages/medusa-payment-bpc-storefront/src"
const FOLDER = join(ROOT, "docs/__snippets__")
const source = (path: string) => [join(ROOT, "src", path)]

const here = documents().filter(({ path }) => path !== CHECKED_BY_ANOTHER_TEST)

/** The blocks as files that TypeScript can look at; each name tells where the block stands. */
function snippets(): Map<string, string> {
  const blocks = here.flatMap(({ path, blocks }) =>
    blocks
      .filter(({ language }) => language === "ts" || language === "tsx")
      .map(({ code, line, language }) => {
        const name = `${path.replaceAll(/\W/g, "-")}-line-${line}.${language}`
        return [join(FOLDER, name), code] as const
      })
  )
  return new Map(blocks)
}

function compilerOptions(): ts.CompilerOptions {
  const config = ts.readConfigFile(join(ROOT, "tsconfig.json"), (path) =>
    ts.sys.readFile(path)
  )
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, ROOT)
  return {
    ...options,
    noEmit: true,
    noUnusedLocals: false,
    types: ["node"],
    paths: {
      "medusa-payment-bpc/config": source("config/index.ts"),
      "medusa-payment-bpc/workflows": source("workflows/index.ts"),
      "bpc-sandbox": source("../packages/bpc-sandbox/src/index.ts"),
      "medusa-payment-bpc-storefront": source(`${KIT}/index.ts`),
      "medusa-payment-bpc-storefront/*": source(`${KIT}/*`),
    },
  }
}

it("shows TypeScript that compiles against our sources", () => {
  // One that must be found wrong: or nothing was looked at.
  const wrong = join(FOLDER, "wrong.ts")
  const code =
    'import { withBpcPayments } from "medusa-payment-bpc/config"\nwithBpcPayments({}, { apiKey: "" })\n'
  const complaints = complaintsAbout(
    new Map([...snippets(), [wrong, code]]),
    compilerOptions()
  )

  expect(snippets().size).toBeGreaterThan(4)
  expect(complaints.filter((one) => !one.startsWith("wrong.ts"))).toEqual([])
  expect(complaints.length).toBeGreaterThan(0)
}, 120_000)

it("names the language of each block, and uses only those that a test looks at", () => {
  const others = here.flatMap(({ path, blocks }) =>
    blocks
      .filter(({ language }) => !LANGUAGES.includes(language))
      .map(({ language, line }) => `${path}:${line} ${language}`)
  )
  expect(others).toEqual([])
})
