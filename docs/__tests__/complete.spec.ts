import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import {
  CONNECTION_CAUSES,
  PROBLEM_CODES,
  SECOND_CHANNEL_CAUSES,
  SESSION_REASONS,
  SESSION_STATES,
  WEBHOOK_CAUSES,
} from "../../src/api-schemas/vocabulary"
import { ROOT, documentAt, sourceText } from "./documents"

/*
 * The code must not run ahead of the documents: what a person may meet has its place there, and what is quoted there can be met.
 */

const operations = documentAt("docs/operations.md")

/** The words of a union type, from its source. */
function wordsOf(file: string, type: string): string[] {
  const source = readFileSync(join(ROOT, file), "utf8")
  const [, union = ""] =
    new RegExp(`type ${type} =([^;{]*?)(?:\\n\\n|\\n(?:export|/\\*))`).exec(
      source
    ) ?? []
  const words = [...union.matchAll(/"([\w-]+)"/g)].map(([, word = ""]) => word)
  expect(words.length).toBeGreaterThan(2)
  return words
}

describe("operations.md has a heading for", () => {
  const headings = new Set(
    [...operations.prose.matchAll(/^### `(\w+)`$/gm)].map(([, code]) => code)
  )

  it.each(PROBLEM_CODES)("the health problem %s", (code) => {
    expect(headings).toContain(code)
  })

  it.each(SESSION_REASONS)("the reason %s", (reason) => {
    expect(headings).toContain(reason)
  })

  it("nothing that the code does not know", () => {
    const known = new Set<string>([...PROBLEM_CODES, ...SESSION_REASONS])
    expect([...headings].filter((code) => !known.has(code ?? ""))).toEqual([])
  })
})

describe("operations.md has a row for", () => {
  it.each<[string, readonly string[]]>([
    ["CONNECTION_CAUSES", CONNECTION_CAUSES],
    ["SECOND_CHANNEL_CAUSES", SECOND_CHANNEL_CAUSES],
    ["WEBHOOK_CAUSES", WEBHOOK_CAUSES],
    ["GatewayErrorKind", wordsOf("src/gateway/errors.ts", "GatewayErrorKind")],
    [
      "SignatureFailure",
      wordsOf("src/gateway/webhook-signature.ts", "SignatureFailure"),
    ],
  ])("each word of %s", (_name, words) => {
    const missing = words.filter(
      (word) => !operations.prose.includes(`\`${word}\``)
    )
    expect(missing).toEqual([])
  })
})

it("architecture.md tells each state of a payment", () => {
  const { prose } = documentAt("docs/architecture.md")
  expect(
    SESSION_STATES.filter((state) => !prose.includes(`| \`${state}\``))
  ).toEqual([])
})

it("gateway-assumptions.md names each table of the dialect", () => {
  const { prose } = documentAt("docs/gateway-assumptions.md")
  const dialect = readFileSync(join(ROOT, "src/gateway/dialect.ts"), "utf8")
  const tables = [...dialect.matchAll(/^export const ([A-Z][A-Z0-9_]+)/gm)].map(
    ([, name = ""]) => name
  )
  expect(tables.length).toBeGreaterThan(20)
  expect(
    tables.filter((name) => !new RegExp(`\\b${name}\\b`).test(prose))
  ).toEqual([])
})

it("architecture.md names each table that the migrations make", () => {
  const folder = join(ROOT, "src/modules/bpc/migrations")
  const made = new Set(
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), "utf8"))
      .flatMap((text) => [
        ...text.matchAll(/create table if not exists "(bpc_\w+)"/g),
      ])
      .map(([, table = ""]) => table)
  )
  const architecture = documentAt("docs/architecture.md").prose
  expect([...made].filter((table) => !architecture.includes(table))).toEqual([])
})

it("reliability.md has all ninety scenarios that were known before, and those found since, in order", () => {
  const { prose } = documentAt("docs/reliability.md")
  const numbers = [...prose.matchAll(/^\| (\d+) +\|/gm)].map(([, number]) =>
    Number(number)
  )
  expect(numbers.length).toBeGreaterThan(90)
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
})

/** Texts that a person reads on a screen, quoted in a heading or in the first column of a table; "…" stands for what varies. */
function quotedFragments(): string[] {
  const lines = operations.prose.split("\n")
  const places = lines.flatMap((line) =>
    line.startsWith("### ")
      ? [line]
      : line.startsWith("| ")
        ? [line.split("|")[1] ?? ""]
        : []
  )
  return places
    .flatMap((place) => [...place.matchAll(/"([^"]+)"/g)])
    .flatMap(([, text = ""]) => text.split("…"))
    .map((fragment) => fragment.replaceAll("`", "").trim())
    .filter((fragment) => fragment.length > 4)
}

it("operations.md quotes only what the code says", () => {
  const source = sourceText().replaceAll(/\\(["'`])/g, "$1")
  // Medusa's own text, quoted to be told apart from ours.
  const foreign = new Set(["An unknown error occurred"])
  const unknown = quotedFragments().filter(
    (fragment) => !foreign.has(fragment) && !source.includes(fragment)
  )
  expect(quotedFragments().length).toBeGreaterThan(20)
  expect(unknown).toEqual([])
})
