import { type types } from "recast"
import { type Patch, unknown } from "../patch"
import { type Source } from "../source"
import { Splices } from "../splices"
import { findAll, is, nameOf, spanOf } from "../syntax"

const COUNT = "totalItems"
const NOTE = "medusa-payment-bpc: not for a cart that has become an order"

/**
 * The starters open the cart's drop-down for some seconds whenever the number of its items has changed: when the cart has become an
 * order too, over its confirmation.
 */
export const cartDropdown: Patch = {
  does: "the emptied cart does not open over the order's confirmation",
  usual: "src/modules/layout/components/cart-dropdown/index.tsx",
  needle: COUNT,
  optional: true,
  isIn: (source) =>
    notesIn(source).length > 0 || comparisonsIn(source).length > 0,

  apply(source) {
    const splices = new Splices()
    if (notesIn(source).length === 0) {
      const comparisons = comparisonsIn(source)
      if (comparisons.length === 0) {
        return unknown(`nothing compares ${COUNT} with what it was`)
      }
      for (const comparison of comparisons) {
        splices.insert(spanOf(comparison).end, ` && ${COUNT} > 0 /* ${NOTE} */`)
      }
    }
    return { kind: "done", text: splices.applyTo(source.text) }
  },

  undo(source) {
    const splices = new Splices()
    for (const { start, end } of notesIn(source)) {
      // However it is broken into lines by now.
      const ours = OURS.exec(source.text.slice(0, start))
      if (ours) splices.remove({ start: ours.index, end })
    }
    return splices.applyTo(source.text)
  },

  byHand: () => `Where ${COUNT} is compared with what it was:
  && ${COUNT} > 0`,
}

const OURS = new RegExp(`\\s*&&\\s*${COUNT}\\s*>\\s*0\\s*$`)

function notesIn(source: Source) {
  return source.tree.comments.filter(({ text }) => text === NOTE)
}

/** `itemRef.current !== totalItems`, either way round. */
function comparisonsIn(source: Source): types.namedTypes.BinaryExpression[] {
  return findAll(
    source.tree.file,
    is.BinaryExpression,
    ({ operator, left, right }) =>
      ["!==", "!="].includes(operator) &&
      ((isCurrent(left) && nameOf(right) === COUNT) ||
        (isCurrent(right) && nameOf(left) === COUNT))
  ).map(({ node }) => node)
}

function isCurrent(node: unknown): boolean {
  return is.MemberExpression.check(node) && nameOf(node.property) === "current"
}
