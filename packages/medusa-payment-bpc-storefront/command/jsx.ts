import { type types } from "recast"
import { type Source } from "./source"
import { type Splices } from "./splices"
import { type Found, type Node, is, spanOf } from "./syntax"

/** Puts an element before another one, as its sibling. Answers false when that one has no lines of its own among siblings. */
export function addElement(
  source: Source,
  before: Found<types.namedTypes.JSXElement>,
  lines: readonly string[],
  splices: Splices
): boolean {
  const sibling = siblingOf(before)
  if (!sibling) return false
  const at = spanOf(sibling).start
  const indent = source.indentOf(at)
  if (indent === undefined) return false
  splices.insert(source.lineStart(at), source.lines(indent, lines))
  return true
}

export function removeElement(
  source: Source,
  element: Node,
  splices: Splices
): void {
  splices.remove(source.withItsLines(spanOf(element)))
}

/** The child of an element or fragment that the node is, or lies in: `{error && <ErrorMessage />}` as a whole. */
function siblingOf({ node, within }: Found<Node>): Node | undefined {
  let child = node
  for (const parent of within) {
    if (is.JSXElement.check(parent) || is.JSXFragment.check(parent)) {
      return child
    }
    child = parent
  }
  return undefined
}
