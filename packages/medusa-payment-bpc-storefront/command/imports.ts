import { type types } from "recast"
import { type Source } from "./source"
import { type Splices } from "./splices"
import { type Node, findAll, is, nameOf, spanOf, stringOf } from "./syntax"

export type Wanted = { name: string; from: string }

export function importsOf(
  source: Source
): types.namedTypes.ImportDeclaration[] {
  return findAll(source.tree.file, is.ImportDeclaration).map(({ node }) => node)
}

/** The name under which something is imported here. */
export function localName(
  source: Source,
  { name, from }: Wanted
): string | undefined {
  for (const declaration of importsOf(source)) {
    if (stringOf(declaration.source) !== from) continue
    for (const one of declaration.specifiers ?? []) {
      if (is.ImportSpecifier.check(one) && nameOf(one.imported) === name) {
        return nameOf(one.local) ?? name
      }
    }
  }
  return undefined
}

/** Adds an import after the last one, in the manner of the file's own. Does nothing when it is there. */
export function addImport(
  source: Source,
  wanted: Wanted,
  splices: Splices
): void {
  if (localName(source, wanted)) return
  const last = importsOf(source).at(-1)
  const written = last ? source.textOf(last) : ""
  const quote = written.includes("'") ? "'" : '"'
  const end = last && !written.endsWith(";") ? "" : ";"
  const line = `import { ${wanted.name} } from ${quote}${wanted.from}${quote}${end}`
  splices.insert(
    last ? source.nextLine(spanOf(last).end) : afterDirectives(source),
    source.lines("", [line])
  )
}

/** Takes away the imports of these names that nothing but the given nodes uses; those nodes are about to go as well. */
export function dropImports(
  source: Source,
  wanted: readonly Wanted[],
  going: readonly Node[],
  splices: Splices
): void {
  for (const declaration of importsOf(source)) {
    const from = stringOf(declaration.source)
    const names = (declaration.specifiers ?? []).map((one) =>
      is.ImportSpecifier.check(one) ? nameOf(one.imported) : undefined
    )
    const ours = names.every((name) =>
      wanted.some((one) => one.name === name && one.from === from)
    )
    if (
      ours &&
      names.length > 0 &&
      !usedOutside(source, [declaration, ...going], names)
    ) {
      splices.remove(source.withItsLines(spanOf(declaration)))
    }
  }
}

function usedOutside(
  source: Source,
  nodes: readonly Node[],
  names: readonly (string | undefined)[]
): boolean {
  const spans = nodes.map(spanOf)
  return [is.Identifier, is.JSXIdentifier].some((type) =>
    findAll<types.namedTypes.Identifier | types.namedTypes.JSXIdentifier>(
      source.tree.file,
      type,
      (node) => names.includes(node.name)
    ).some(({ node }) => {
      const at = spanOf(node).start
      return !spans.some(({ start, end }) => start <= at && at < end)
    })
  )
}

function afterDirectives(source: Source): number {
  const directive = findAll(source.tree.file, is.Directive).at(-1)
  return directive ? source.nextLine(spanOf(directive.node).end) : 0
}
