import { parse } from "@babel/parser"
import { types } from "recast"

export const is = types.namedTypes
export type Node = types.namedTypes.Node

/** Offsets into the text as it lies on the disk: from, and up to but without. */
export type Span = { start: number; end: number }

export type Comment = Span & { text: string }
export type Tree = { file: Node; comments: Comment[] }

/** A node, with what it lies in: the nearest first. */
export type Found<N> = { node: N; within: Node[] }

type NodeType<N> = { check(value: unknown): value is N }

/** @throws SyntaxError of the parser, with `loc` */
export function parseSource(text: string): Tree {
  const file = parse(text, {
    sourceType: "module",
    plugins: ["typescript", "jsx", "decorators"],
  })
  return {
    file,
    comments: (file.comments ?? []).map((comment) => ({
      ...spanOf(comment),
      text: comment.value.trim(),
    })),
  }
}

/** Every node of a type that passes the test, in the order of the text. */
export function findAll<N extends Node>(
  root: Node,
  type: NodeType<N>,
  test: (node: N) => boolean = () => true
): Found<N>[] {
  const found: Found<N>[] = []
  const visit = (node: Node, within: Node[]) => {
    if (type.check(node) && test(node)) found.push({ node, within })
    for (const child of childrenOf(node)) visit(child, [node, ...within])
  }
  visit(root, [])
  return found.sort((a, b) => spanOf(a.node).start - spanOf(b.node).start)
}

/** A plain walk: the library's own visitor keeps scopes, which takes a hundred times as long. */
function childrenOf(node: Node): Node[] {
  const values: unknown[] = Object.values(node)
  return values.flat().filter((value) => is.Node.check(value))
}

/** @throws Error for a node that was made, not read */
export function spanOf(node: object): Span {
  if (
    "start" in node &&
    "end" in node &&
    typeof node.start === "number" &&
    typeof node.end === "number"
  ) {
    return { start: node.start, end: node.end }
  }
  throw new Error("A node of the syntax tree has no place in the text.")
}

/** The name behind an identifier, of code or of JSX. */
export function nameOf(node: unknown): string | undefined {
  return is.Identifier.check(node) || is.JSXIdentifier.check(node)
    ? node.name
    : undefined
}

/** The text of a string literal. */
export function stringOf(node: unknown): string | undefined {
  return is.StringLiteral.check(node) ? node.value : undefined
}

/** The key of an object's member, written with quotes or without. */
export function keyOf(member: unknown): string | undefined {
  return is.ObjectProperty.check(member) && !member.computed
    ? (nameOf(member.key) ?? stringOf(member.key))
    : undefined
}

/** What is meant below `as const`, `satisfies`, `!`, and a call around it such as `Object.freeze(…)`. */
export function bare(node: unknown): unknown {
  if (
    is.TSAsExpression.check(node) ||
    is.TSSatisfiesExpression.check(node) ||
    is.TSNonNullExpression.check(node)
  ) {
    return bare(node.expression)
  }
  if (is.CallExpression.check(node) && node.arguments.length === 1) {
    return bare(node.arguments[0])
  }
  return node
}

/** The elements with a tag, such as `body`. */
export function elements(
  root: Node,
  tag: string
): Found<types.namedTypes.JSXElement>[] {
  return findAll(
    root,
    is.JSXElement,
    (element) => nameOf(element.openingElement.name) === tag
  )
}

/** The value of an attribute: the expression in its braces, or its string. */
export function attribute(
  element: types.namedTypes.JSXElement,
  name: string
): Node | undefined {
  for (const one of element.openingElement.attributes ?? []) {
    if (is.JSXAttribute.check(one) && nameOf(one.name) === name) {
      const value = is.JSXExpressionContainer.check(one.value)
        ? one.value.expression
        : one.value
      return is.Node.check(value) ? value : undefined
    }
  }
  return undefined
}
