import { existsSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { ROOT, anchors, documentAt, documents, inlineCode } from "./documents"

const all = documents().map((document) => [document.path, document] as const)

describe("each link and picture", () => {
  it.each(all)("of %s leads to something that is there", (path, document) => {
    const broken = [
      ...document.prose.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g),
    ]
      .map(([, target = ""]) => target)
      .filter((target) => !leadsSomewhere(path, target))
    expect(broken).toEqual([])
  })
})

function leadsSomewhere(from: string, target: string): boolean {
  const [file = "", anchor] = target.split("#")
  const path = file ? join(dirname(from), file) : from
  if (!existsSync(join(ROOT, path))) {
    return false
  }
  return anchor === undefined || anchors(documentAt(path)).has(anchor)
}

describe("each file of ours", () => {
  const FILE =
    /^((src|docs|demo|packages|integration-tests|scripts|http|browser|processes|package|scale|model)\/[\w./[\]-]+)$/
  it.each(all)("that %s names is there", (_path, document) => {
    const missing = inlineCode(document).filter(
      (code) => FILE.test(code) && !isFile(code)
    )
    expect(missing).toEqual([])
  })
})

/** The documents name integration tests by their path below `integration-tests`. */
function isFile(path: string): boolean {
  return ["", "integration-tests"].some((folder) => {
    const full = join(ROOT, folder, path)
    return existsSync(full) && !relative(ROOT, full).startsWith("..")
  })
}
