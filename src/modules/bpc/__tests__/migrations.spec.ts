import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"

/*
 * During a deploy, the old version goes on serving pages and webhooks on the new version's tables. That holds as long as a migration
 * after the first only adds what the old version need not know.
 */

const directory = join(__dirname, "../migrations")
/** What the first version to be installed begins with. */
const FIRST = "Migration20261128000000.ts"
const names = readdirSync(directory).filter((name) =>
  /^Migration\d+\.ts$/.test(name)
)

const upOf = (text: string) =>
  text.slice(text.indexOf("async up("), text.indexOf("async down("))

/** What a migration does that the version before could not live with. */
function takenAway(text: string): string[] {
  const up = upOf(text)
  const needed = [...up.matchAll(/add column[^`]*?not null[^`]*/gi)]
    .map(([column]) => column)
    .filter((column) => !/default/i.test(column))
  return [
    ...(up.match(
      /drop (table|column)|\brename\b|alter column|set not null|add constraint/gi
    ) ?? []),
    ...needed,
  ]
}

describe("a migration that comes after a version was installed", () => {
  it("takes nothing away from the version before", () => {
    expect(names).toContain(FIRST)
    for (const name of names.filter((one) => one > FIRST)) {
      const text = readFileSync(join(directory, name), "utf8")
      expect(upOf(text)).toContain("addSql")
      expect({ name, taken: takenAway(text) }).toEqual({ name, taken: [] })
    }
  })

  it.each([
    [`add column "a" text null`, 0],
    [`add column "a" integer not null default 0`, 0],
    [`create index if not exists "i" on "t" ("a")`, 0],
    [`add column "a" text not null`, 1],
    [`drop column "a"`, 1],
    [`drop table "t"`, 1],
    [`rename column "a" to "b"`, 1],
    [`alter column "a" type bigint`, 1],
    [`add constraint "c" check (true)`, 1],
  ])("is judged by what it does: %s", (statement, taken) => {
    const text = `async up() { this.addSql(\`${statement}\`) } async down() { this.addSql(\`drop table "t"\`) }`
    expect(takenAway(text)).toHaveLength(taken)
  })
})
