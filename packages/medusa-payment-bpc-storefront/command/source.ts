import { type Node, type Span, type Tree, parseSource, spanOf } from "./syntax"

/** A file that cannot be read as TypeScript; the message says where. */
export class UnreadableSource extends Error {}

/**
 * A file of the storefront as it lies on the disk, with its syntax tree. Changes are made to the text at places that the tree
 * gives: printing a tree anew would reformat what is the shop's.
 */
export class Source {
  readonly tree: Tree
  /** How a line ends here. */
  readonly eol: string
  /** One step of indentation. */
  readonly step: string

  /** @throws UnreadableSource */
  constructor(
    /** Relative to the storefront. */
    readonly path: string,
    readonly text: string
  ) {
    this.tree = treeOf(path, text)
    this.eol = text.includes("\r\n") ? "\r\n" : "\n"
    this.step = stepOf(text)
  }

  textOf(node: Node): string {
    const { start, end } = spanOf(node)
    return this.text.slice(start, end)
  }

  /** Where the line begins in which an offset lies. */
  lineStart(offset: number): number {
    return this.text.lastIndexOf("\n", offset - 1) + 1
  }

  /** Where the next line begins. */
  nextLine(offset: number): number {
    const found = this.text.indexOf("\n", offset)
    return found < 0 ? this.text.length : found + 1
  }

  /** The white space before what begins at an offset; undefined when something else is on its line before it. */
  indentOf(offset: number): string | undefined {
    const before = this.text.slice(this.lineStart(offset), offset)
    return before.trim() === "" ? before : undefined
  }

  /** A piece with its whole lines when nothing else is on them, so that taking it away leaves no trace. */
  withItsLines({ start, end }: Span): Span {
    const next = this.nextLine(end)
    const alone =
      this.indentOf(start) !== undefined &&
      this.text.slice(end, next).trim() === ""
    return alone ? { start: this.lineStart(start), end: next } : { start, end }
  }

  /** Lines written with two spaces a step, in this file's manner, each with its end. */
  lines(indent: string, lines: readonly string[]): string {
    return lines
      .map((line) => {
        const [, steps = "", rest = ""] = /^((?: {2})*)(.*)$/.exec(line) ?? []
        return indent + this.step.repeat(steps.length / 2) + rest + this.eol
      })
      .join("")
  }
}

function treeOf(path: string, text: string): Tree {
  try {
    return parseSource(text)
  } catch (error) {
    throw new UnreadableSource(
      `${path} has a syntax error: ${error instanceof Error ? error.message : String(error)}`
    )
  }
}

function stepOf(text: string): string {
  if (/^\t/m.test(text)) return "\t"
  const widths = [...text.matchAll(/^( {2,})\S/gm)].map(
    ([, spaces = ""]) => spaces.length
  )
  return " ".repeat(Math.min(4, ...widths.filter((width) => width % 2 === 0)))
}
