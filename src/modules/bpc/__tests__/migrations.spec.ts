import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"

/*
 * During a deploy, the old version goes on serving pages and webhooks on the new version's tables. That holds as long as a migration
 * after the first only adds what the old version need not know.
 */

const directory = join(__dirname, "../migrations")
/** Made before anybody had installed anything. */
const FIRST = "Migration20261120120000.ts"
const later = readdirSync(directory).filter(
  (name) => /^Migration\d+\.ts$/.test(name) && name > FIRST
)

const upOf = (name: string) => {
  const text = readFileSync(join(directory, name), "utf8")
  return text.slice(text.indexOf("async up("), text.indexOf("async down("))
}

describe("a migration that comes after a version was installed", () => {
  it.each(later)("%s takes nothing away from the version before", (name) => {
    const up = upOf(name)
    expect(up).toContain("addSql")
    expect(up).not.toMatch(
      /drop (table|column)|\brename\b|alter column|set not null|add constraint/i
    )
    for (const [column] of up.matchAll(/add column[^`]*?not null[^`]*/gi)) {
      expect(column).toMatch(/default/i)
    }
  })
})
