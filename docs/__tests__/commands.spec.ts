import { readFileSync } from "node:fs"
import { join } from "node:path"
import { ENVIRONMENT, resolveOptions } from "../../src/config/options"
import {
  ROOT,
  type Block,
  documentAt,
  documents,
  sourceFiles,
} from "./documents"

const SHELL = new Set(["bash", "sh", "shell", "env", "dotenv"])
const all = documents().map((document) => [document.path, document] as const)
const { scripts } = JSON.parse(
  readFileSync(join(ROOT, "package.json"), "utf8")
) as { scripts: Record<string, string> }

/** Each command of the command line, with the source that holds its help. */
const commands = new Map(
  sourceFiles()
    .filter((path) => path.startsWith(join(ROOT, "src/cli")))
    .map((path) => readFileSync(path, "utf8"))
    .flatMap((source) => {
      const [, name] = /: Command = \{\s*name: "([\w-]+)"/.exec(source) ?? []
      return name ? [[name, source] as const] : []
    })
)

it("finds the commands", () => {
  expect([...commands.keys()].sort()).toEqual([
    "diagnosis",
    "doctor",
    "export",
    "generate-key",
  ])
})

describe("what the documents tell to type", () => {
  it.each(all)("%s names only scripts that package.json has", (_, { text }) => {
    const named = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map(
      ([, script = ""]) => script
    )
    expect(named.filter((script) => !scripts[script])).toEqual([])
  })

  it.each(all)(
    "%s names only commands and options that the command line has",
    (_, { text }) => {
      const wrong = [
        ...text.matchAll(/npx medusa-payment-bpc ([\w-]+)((?: +[^\s`|)"]+)*)/g),
      ].filter(([, name = "", rest = ""]) => {
        const help = commands.get(name)
        const flags = [...rest.matchAll(/--[\w-]+/g)].map(([flag]) => flag)
        return !help || flags.some((flag) => !help.includes(flag))
      })
      expect(wrong.map(([whole]) => whole)).toEqual([])
    }
  )

  it("has every command in the operations page, and every script a contributor needs in CONTRIBUTING", () => {
    const operations = documentAt("docs/operations.md").text
    for (const name of commands.keys()) {
      expect(operations).toContain(`npx medusa-payment-bpc ${name}`)
    }
    const contributing = documentAt("CONTRIBUTING.md").text
    for (const script of ["dev", "sandbox", "format", "typecheck"]) {
      expect(contributing).toContain(`npm run ${script}`)
    }
  })
})

describe("environment variables", () => {
  const known = new Set<string>(Object.values(ENVIRONMENT))

  it.each(all)("of %s are ones that the code reads", (_, { text }) => {
    const named = new Set(text.match(/\bBPC_[A-Z0-9_]+/g) ?? [])
    expect([...named].filter((name) => !known.has(name))).toEqual([])
  })

  it("are all in the README's table", () => {
    const { text } = documentAt("README.md")
    expect([...known].filter((name) => !text.includes(`\`${name}\``))).toEqual(
      []
    )
  })

  const settings = documents().flatMap(({ path, blocks }) =>
    blocks
      .filter(({ language }) => SHELL.has(language))
      .map((block) => [`${path}:${block.line}`, variablesOf(block)] as const)
      .filter(([, variables]) => Object.keys(variables).length > 0)
  )
  it.each(settings)("set in %s are accepted", (_, variables) => {
    expect(() =>
      resolveOptions({ allowInsecureGateway: true }, variables)
    ).not.toThrow()
  })
})

function variablesOf({ code }: Block): Record<string, string> {
  return Object.fromEntries(
    [...code.matchAll(/^(BPC_[A-Z0-9_]+)=(.+)$/gm)].map(
      ([, name = "", value = ""]) => [name, value]
    )
  )
}

it("shows JSON that is JSON", () => {
  for (const { blocks } of documents()) {
    for (const { language, code } of blocks) {
      if (language === "json") {
        expect(() => JSON.parse(code) as unknown).not.toThrow()
      }
    }
  }
})
