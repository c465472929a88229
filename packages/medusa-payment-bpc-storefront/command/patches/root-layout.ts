import { addImport, dropImports } from "../imports"
import { removeElement } from "../jsx"
import { COMPONENTS } from "../names"
import { type Patch, unknown } from "../patch"
import { type Source } from "../source"
import { specifier } from "../specifier"
import { Splices } from "../splices"
import { elements, spanOf } from "../syntax"

const WATCH = "BpcOrderWatch"

/** Wherever in the shop its shopper is: the order of a closed tab is found, and the cart that became an order is let go. */
export const rootLayout: Patch = {
  does: "the order is found and the cart emptied when the shopper is back",
  usual: "src/app/layout.tsx",
  needle: "<body",
  isIn: (source) => elements(source.tree.file, "body").length > 0,

  apply(source) {
    const splices = new Splices()
    const [body] = elements(source.tree.file, "body")
    const closing = body?.node.closingElement
    if (!closing) return unknown("there is no <body> with something in it")
    if (elements(source.tree.file, WATCH).length === 0) {
      const at = spanOf(closing).start
      const indent = source.indentOf(at)
      const element = `<${WATCH} />`
      if (indent === undefined) {
        splices.insert(at, element)
      } else {
        splices.insert(
          source.lineStart(at),
          source.lines(indent + source.step, [element])
        )
      }
    }
    addImport(source, watch(source), splices)
    return { kind: "done", text: splices.applyTo(source.text) }
  },

  undo(source) {
    const splices = new Splices()
    const ours = elements(source.tree.file, WATCH).map(({ node }) => node)
    for (const node of ours) removeElement(source, node, splices)
    dropImports(source, [watch(source)], ours, splices)
    return splices.applyTo(source.text)
  },

  byHand: () => `With the import
  import { ${WATCH} } from "${specifier(rootLayout.usual, COMPONENTS)}"
before </body>:
  <${WATCH} />`,
}

function watch(source: Source): { name: string; from: string } {
  return { name: WATCH, from: specifier(source.path, COMPONENTS) }
}
