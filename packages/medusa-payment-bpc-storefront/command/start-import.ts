import { posix } from "node:path"
import { type types } from "recast"
import { addImport, importsOf } from "./imports"
import { COMPONENTS } from "./names"
import { type Source } from "./source"
import { specifier } from "./specifier"
import { type Splices } from "./splices"
import { type Node, type Span, is, nameOf, spanOf, stringOf } from "./syntax"

/*
 * The starter's own `initiatePaymentSession` is a server action that throws. Built for production, Next hides from the shopper what
 * an action throws, so it is imported from our components instead, which have one of the same name that tells.
 */

const NAME = "initiatePaymentSession"
const CART = "src/lib/data/cart"
/** After the address of an import that has nothing else in it. */
const INSTEAD = /^medusa-payment-bpc: instead of (?<from>\S+)$/
/** In the place of the name, where others are imported with it. */
const BELOW =
  /^medusa-payment-bpc, see below: (?<written>initiatePaymentSession,?)$/

/** Imports ours in place of the starter's; does nothing where the step has another way to start a payment. */
export function replaceStartImport(source: Source, splices: Splices): void {
  for (const declaration of importsOf(source)) {
    if (!isOfCart(source, declaration)) continue
    const specifiers = declaration.specifiers ?? []
    const start = specifiers.find(isStart)
    if (!start) continue
    if (specifiers.length === 1) {
      const address = spanOf(declaration.source)
      const quote = source.text[address.start] ?? '"'
      splices.replace(
        address,
        `${quote}${ours(source)}${quote} /* medusa-payment-bpc: instead of ${stringOf(declaration.source)} */`
      )
    } else if (nameOf(start.local) === NAME) {
      const span = withComma(source, spanOf(start))
      const written = source.text.slice(span.start, span.end)
      if (/^initiatePaymentSession,?$/.test(written)) {
        splices.replace(span, `/* medusa-payment-bpc, see below: ${written} */`)
        addImport(source, wanted(source), splices)
      }
    }
  }
}

export function restoreStartImport(source: Source, splices: Splices): void {
  for (const comment of source.tree.comments) {
    const from = INSTEAD.exec(comment.text)?.groups?.from
    const written = BELOW.exec(comment.text)?.groups?.written
    const of = importsOf(source).find((one) => {
      const { start, end } = spanOf(one)
      return start <= comment.start && comment.start <= end + 1
    })
    if (!of) continue
    if (from) {
      const address = spanOf(of.source)
      const quote = source.text[address.start] ?? '"'
      splices.replace(address, quote + from + quote)
      splices.remove(withSpaceBefore(source, comment))
    } else if (written) {
      splices.replace(comment, written)
      const line = importsOf(source).find(
        (one) =>
          stringOf(one.source) === ours(source) &&
          one.specifiers?.length === 1 &&
          one.specifiers.some(isStart)
      )
      if (line) splices.remove(source.withItsLines(spanOf(line)))
    }
  }
}

function ours(source: Source): string {
  return specifier(source.path, COMPONENTS)
}

function wanted(source: Source) {
  return { name: NAME, from: ours(source) }
}

/** Whether it imports the starter's own file: a wrapper of the shop's is left alone. */
function isOfCart(
  source: Source,
  declaration: types.namedTypes.ImportDeclaration
): boolean {
  const from = stringOf(declaration.source) ?? ""
  return (
    from === "@lib/data/cart" ||
    (from.startsWith(".") &&
      posix.join(posix.dirname(source.path), from) === CART)
  )
}

function isStart(node: Node): node is types.namedTypes.ImportSpecifier {
  return is.ImportSpecifier.check(node) && nameOf(node.imported) === NAME
}

function withSpaceBefore(source: Source, { start, end }: Span): Span {
  return { start: source.text.slice(0, start).trimEnd().length, end }
}

function withComma(source: Source, { start, end }: Span): Span {
  return source.text[end] === "," ? { start, end: end + 1 } : { start, end }
}
