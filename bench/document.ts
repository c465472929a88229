import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { ROOT } from "../demo/runner/paths"

export const DOCUMENT = join(ROOT, "docs/benchmarks.md")

const BEGIN = "<!-- npm run bench writes from here"
const END = "<!-- to here -->"

/**
 * Puts text between the document's two markers; what people wrote around them stays.
 *
 * @throws Error when the document does not have both markers
 */
export function insertBetweenMarkers(document: string, text: string): string {
  const begin = document.indexOf(BEGIN)
  const start = document.indexOf("-->", begin) + "-->".length
  const end = document.indexOf(END)
  if (begin < 0 || end < start) {
    throw new Error(`The document lacks its markers: ${BEGIN} … ${END}`)
  }
  return `${document.slice(0, start)}\n\n${text.trim()}\n\n${document.slice(end)}`
}

export async function writeDocument(text: string): Promise<void> {
  const document = await readFile(DOCUMENT, "utf8")
  const written = insertBetweenMarkers(document, text)
  const { format } = await import("prettier")
  await writeFile(DOCUMENT, await format(written, { parser: "markdown" }))
}
