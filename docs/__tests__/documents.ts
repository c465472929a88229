import { readFileSync, readdirSync } from "node:fs"
import { join, relative } from "node:path"

export const ROOT = join(__dirname, "../..")

export type Block = { language: string; code: string; line: number }

/** A Markdown file, as far as the tests look at it. */
export type Document = {
  /** From the root of the repository. */
  path: string
  text: string
  /** Without its code blocks. */
  prose: string
  blocks: Block[]
}

const FENCE = /^( *)```(\w*)[^\n]*\n([\s\S]*?)^\1```$/gm

/** Everything that people read on the repository's pages. */
export function documents(): Document[] {
  const inDocs = readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name))
  const ofPackages = readdirSync(join(ROOT, "packages")).map((name) =>
    join("packages", name, "README.md")
  )
  return [
    ...["README.md", "CONTRIBUTING.md", "SECURITY.md"],
    ...inDocs,
    ...ofPackages,
  ].map(documentAt)
}

export function documentAt(path: string): Document {
  const text = readFileSync(join(ROOT, path), "utf8")
  const blocks = [...text.matchAll(FENCE)].map(
    ([, indent = "", language = "", code = ""], index) => ({
      language,
      code: code.replaceAll(new RegExp(`^ {${indent.length}}`, "gm"), ""),
      line: lineOf(text, index),
    })
  )
  return { path, text, prose: text.replaceAll(FENCE, ""), blocks }
}

function lineOf(text: string, index: number): number {
  const fences = [...text.matchAll(FENCE)]
  return text.slice(0, fences[index]?.index).split("\n").length
}

/** Inline code: what stands between single backticks. */
export function inlineCode({ prose }: Document): string[] {
  return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code)
}

/** The anchors that GitHub gives to a document's headings. */
export function anchors({ prose }: Document): Set<string> {
  const found = new Set<string>()
  for (const [, heading = ""] of prose.matchAll(/^#{1,6} (.+)$/gm)) {
    const slug = heading
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replaceAll(/\s/g, "-")
    const taken = [...found].filter(
      (one) => one === slug || one.startsWith(`${slug}-`)
    )
    found.add(found.has(slug) ? `${slug}-${taken.length}` : slug)
  }
  return found
}

/** Our sources as one text with plain white space, without tests and without languages other than English. */
export function sourceText(): string {
  return sourceFiles()
    .map((path) => readFileSync(path, "utf8"))
    .join("\n")
    .replaceAll(/\s+/g, " ")
}

export function sourceFiles(): string[] {
  return readdirSync(join(ROOT, "src"), {
    recursive: true,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const from = relative(ROOT, path)
      return (
        !from.includes("__tests__") &&
        !(/i18n/.test(from) && !/\/(en|texts|index)\.ts$/.test(from))
      )
    })
}
