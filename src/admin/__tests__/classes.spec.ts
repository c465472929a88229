import { readFileSync } from "node:fs"
import { join, relative } from "node:path"
import { classNamesIn, classesOf, sourcesIn } from "./class-names"

const ADMIN = join(__dirname, "..")
const STYLESHEET = require.resolve("@medusajs/dashboard/css")

const available = classesOf(readFileSync(STYLESHEET, "utf8"))

it("reads the dashboard's stylesheet, its escaped names too", () => {
  expect([...available]).toEqual(
    expect.arrayContaining([
      "flex",
      "gap-x-0.5",
      "md:hidden",
      "xl:grid-cols-[minmax(0,_1fr)_440px]",
    ])
  )
  expect(available.has("py-14")).toBe(false)
})

/** Tailwind does not look into this package in every store (see components/layout.ts): a class of our own would be missing there. */
it.each(sourcesIn(ADMIN).map((path) => relative(ADMIN, path)))(
  "%s uses only classes that the dashboard ships",
  (path) => {
    const missing = [...classNamesIn(join(ADMIN, path))].filter(
      (name) => !available.has(name)
    )
    expect(missing).toEqual([])
  }
)
