import { createHash } from "node:crypto"

const MARK = /\(mark (?<digest>[0-9a-f]{8}|)\)/

/** Goes into the first comment of an added file, and is filled in by `marked`. */
export const NO_MARK = "(mark )"

/** Writes into a text what it is recognised by, whichever version of the package wrote it. */
export function marked(text: string): string {
  return text.replace(MARK, `(mark ${digestOf(text)})`)
}

/** Whether a text is as it was written; how it is formatted does not count. */
export function isUntouched(text: string): boolean {
  return MARK.exec(text)?.groups?.digest === digestOf(text)
}

/** Whether two texts were the same when they were written. */
export function sameMark(one: string, other: string): boolean {
  return MARK.exec(one)?.[0] === MARK.exec(other)?.[0]
}

function digestOf(text: string): string {
  const bare = text
    .replace(MARK, "")
    .replaceAll("'", '"')
    .replace(/[\s;,()]/g, "")
  return createHash("sha256").update(bare).digest("hex").slice(0, 8)
}
