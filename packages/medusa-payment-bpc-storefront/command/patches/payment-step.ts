import { type types } from "recast"
import { addImport, dropImports } from "../imports"
import { addElement, removeElement } from "../jsx"
import { COMPONENTS, REACT_KIT } from "../names"
import { type Patch, unknown } from "../patch"
import { type Source } from "../source"
import { specifier } from "../specifier"
import { Splices } from "../splices"
import { replaceStartImport, restoreStartImport } from "../start-import"
import {
  type Found,
  attribute,
  elements,
  findAll,
  is,
  stringOf,
} from "../syntax"

const MESSAGE = { name: "BpcPaymentMessage", from: REACT_KIT }
const LINES = [
  `<${MESSAGE.name}`,
  '  className="pt-2 text-base-regular text-rose-600"',
  '  data-testid="bpc-payment-message"',
  "/>",
]

/** Tells a shopper who comes back without an order what happened, where the step tells its own errors; and what the shop says of these. */
export const paymentStep: Patch = {
  does: "a shopper who comes back unpaid reads what happened",
  usual: "src/modules/checkout/components/payment/index.tsx",
  needle: "initiatePaymentSession",
  isIn: (source) =>
    elements(source.tree.file, MESSAGE.name).length > 0 ||
    placeIn(source) !== undefined,

  apply(source) {
    const splices = new Splices()
    if (elements(source.tree.file, MESSAGE.name).length === 0) {
      const place = placeIn(source)
      if (!place || !addElement(source, place, LINES, splices)) {
        return unknown(
          "neither the error message nor the button of the payment step was found"
        )
      }
    }
    addImport(source, MESSAGE, splices)
    replaceStartImport(source, splices)
    return { kind: "done", text: splices.applyTo(source.text) }
  },

  undo(source) {
    const splices = new Splices()
    const ours = elements(source.tree.file, MESSAGE.name).map(
      ({ node }) => node
    )
    for (const node of ours) removeElement(source, node, splices)
    dropImports(source, [MESSAGE], ours, splices)
    restoreStartImport(source, splices)
    return splices.applyTo(source.text)
  },

  byHand: () => `With the import
  import { ${MESSAGE.name} } from "${REACT_KIT}"
above the button of the payment step:
${LINES.map((line) => `  ${line}`).join("\n")}
and in place of the one from "@lib/data/cart"
  import { initiatePaymentSession } from "${specifier(paymentStep.usual, COMPONENTS)}"`,
}

/** What the message comes before: the step's own error, else the button that goes on to the review. */
function placeIn(
  source: Source
): Found<types.namedTypes.JSXElement> | undefined {
  const withTestId = (id: string) =>
    findAll(
      source.tree.file,
      is.JSXElement,
      (one) => stringOf(attribute(one, "data-testid")) === id
    )
  return [
    ...withTestId("payment-method-error-message"),
    ...elements(source.tree.file, "ErrorMessage"),
    ...withTestId("submit-payment-button"),
  ][0]
}
