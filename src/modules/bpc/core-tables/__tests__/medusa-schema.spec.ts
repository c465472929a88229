import { readFileSync, readdirSync } from "node:fs"
import { join, relative } from "node:path"
import ts from "typescript"
import {
  type MedusaColumn,
  MEDUSA_SCHEMA,
  missingSentences,
} from "../medusa-schema"

const WING = join(__dirname, "..")
const SOURCES = join(__dirname, "../../../..")

const TABLES = new Set(
  Object.values(MEDUSA_SCHEMA).flatMap((tables) => Object.keys(tables))
)

describe("the list of what is read of Medusa's tables", () => {
  it.each(Object.entries(MEDUSA_SCHEMA))(
    "names for %s nothing that does not stand in it",
    (file, tables) => {
      const text = readFileSync(join(WING, file), "utf8")
      const names = Object.values(tables).flatMap((columns) =>
        columns.split(/[ .]/)
      )
      expect(names.filter((name) => !words(text).has(name))).toEqual([])
    }
  )

  it("has every file of the wing that reads a table of Medusa's", () => {
    const readers = readdirSync(WING)
      .filter((file) => file.endsWith(".ts"))
      .filter((file) =>
        tablesIn(join(WING, file)).some((table) => TABLES.has(table))
      )
    expect(readers.length).toBeGreaterThan(10)
    expect(
      readers.filter((file) => !Object.keys(MEDUSA_SCHEMA).includes(file))
    ).toEqual([])
  })

  it("would not know what another wing reads: no statement elsewhere names a table that is not ours", () => {
    const elsewhere = sourcesUnder(SOURCES)
      .filter((path) => !path.startsWith(WING))
      .flatMap((path) =>
        tablesIn(path).map((table) => `${relative(SOURCES, path)}: ${table}`)
      )
    expect(elsewhere.length).toBeGreaterThan(50)
    expect(elsewhere.filter((entry) => !/: bpc_/.test(entry))).toEqual([])
  })
})

describe("what is missing", () => {
  const columns: MedusaColumn[] = [
    { table: "order", column: "id", key: undefined, readBy: ["a.ts", "b.ts"] },
    { table: "order", column: "totals", key: "paid", readBy: ["c.ts"] },
    { table: "order", column: "totals", key: "owed", readBy: ["c.ts"] },
    { table: "cart", column: "id", key: undefined, readBy: ["a.ts"] },
  ]
  const sentences = (places: string[], { keysOf = "" } = {}) =>
    missingSentences(
      {
        has: (place) => places.includes(place),
        showsKeys: (place) => place === keysOf,
      },
      columns
    )

  it.each([
    [
      "nothing",
      sentences(["order", "order.id", "order.totals", "cart", "cart.id"]),
      [],
    ],
    [
      "tables",
      sentences(["cart"]),
      [
        "Medusa has no table order: core-tables/a.ts, core-tables/b.ts and core-tables/c.ts read it.",
        "Medusa's table cart has no column id: core-tables/a.ts reads it.",
      ],
    ],
    [
      "a column with keys, said once",
      sentences(["order", "order.id", "cart", "cart.id"]),
      ["Medusa's table order has no column totals: core-tables/c.ts reads it."],
    ],
    [
      "a key, where a row shows them",
      sentences(
        [
          "order",
          "order.id",
          "order.totals",
          "order.totals.paid",
          "cart",
          "cart.id",
        ],
        {
          keysOf: "order.totals",
        }
      ),
      [
        "Medusa's column order.totals has no key owed: core-tables/c.ts reads it.",
      ],
    ],
  ])("is told in sentences: %s", (_, told, expected) => {
    expect(told).toEqual(expected)
  })
})

/** Tables that the statements in a file name, less what they themselves define. */
function tablesIn(path: string): string[] {
  return literalsOf(path)
    .filter((text) => /\b(select|insert into|delete from|update)\b/.test(text))
    .flatMap((text) => {
      const named = [
        ...text.matchAll(
          /\b(?:from|join|into|update)\s+(?:only\s+)?"?([a-z_]+)"?(?![a-z_]*[("])/g
        ),
      ].map(([, table = ""]) => table)
      return named.filter(
        (table) =>
          !new RegExp(`\\b${table} as (materialized )?\\(`).test(text) &&
          !SQL_WORDS.has(table)
      )
    })
}

/** `changed`: the fragment TIMELINE_FOR_CHANGED goes on from what its statement defines. */
const SQL_WORDS = new Set(["of", "lateral", "set", "skip", "changed"])

/** Every text in a source; what is filled in stands as `?`. */
function literalsOf(path: string): string[] {
  const source = ts.createSourceFile(
    path,
    readFileSync(path, "utf8"),
    ts.ScriptTarget.Latest
  )
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isNoSubstitutionTemplateLiteral(node)) {
      found.push(node.text)
    } else if (ts.isTemplateExpression(node)) {
      found.push(
        [
          node.head.text,
          ...node.templateSpans.map(({ literal }) => literal.text),
        ].join("?")
      )
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/__tests__|\/admin\//.test(path))
}

function words(text: string): Set<string> {
  return new Set(text.match(/\w+/g))
}
