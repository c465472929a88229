import { type Span } from "./syntax"

type Splice = Span & { text: string }

/** Changes to a text, gathered in any order and made at once. They must not overlap. */
export class Splices {
  readonly #all: Splice[] = []

  get none(): boolean {
    return this.#all.length === 0
  }

  insert(at: number, text: string): void {
    this.#all.push({ start: at, end: at, text })
  }

  remove(span: Span): void {
    this.replace(span, "")
  }

  replace({ start, end }: Span, text: string): void {
    this.#all.push({ start, end, text })
  }

  /** @throws Error when two of them overlap */
  applyTo(text: string): string {
    let result = ""
    let at = 0
    for (const splice of this.#all.toSorted((a, b) => a.start - b.start)) {
      if (splice.start < at) throw new Error("Two changes overlap.")
      result += text.slice(at, splice.start) + splice.text
      at = splice.end
    }
    return result + text.slice(at)
  }
}
