import { type types } from "recast"
import { type Patch, unknown } from "../patch"
import { type Source } from "../source"
import { Splices } from "../splices"
import { type Span, findAll, is, keyOf, spanOf, stringOf } from "../syntax"

const COOKIE = "_medusa_cart_id"
const NOTE = 'medusa-payment-bpc: "strict" hides the cart on the way back'

/**
 * A browser does not send a `strict` cookie when another site, here the payment page, leads to the shop: the checkout would not
 * know its cart. `lax` is the browsers' own default.
 */
export const cartCookie: Patch = {
  does: "the cart is still known when the shopper comes back",
  usual: "src/lib/data/cookies.ts",
  needle: COOKIE,
  isIn: (source) => settingsIn(source).length > 0,

  apply(source) {
    if (settingsIn(source).length === 0) {
      return unknown(`nothing sets the cookie ${COOKIE}`)
    }
    const splices = new Splices()
    for (const value of sameSites(source)) {
      const span = spanOf(value)
      if (stringOf(value) === "strict") {
        const quote = source.text[span.start] ?? '"'
        splices.replace(span, `${quote}lax${quote} /* ${NOTE} */`)
      }
    }
    return { kind: "done", text: splices.applyTo(source.text) }
  },

  undo(source) {
    const splices = new Splices()
    for (const value of sameSites(source)) {
      const span = spanOf(value)
      const note = noteAfter(source, span)
      if (note && stringOf(value) === "lax") {
        const quote = source.text[span.start] ?? '"'
        splices.replace(
          { start: span.start, end: note.end },
          `${quote}strict${quote}`
        )
      }
    }
    return splices.applyTo(source.text)
  },

  byHand: () => `Where the cookie ${COOKIE} is set:
  sameSite: "lax",`,
}

function settingsIn(source: Source): types.namedTypes.CallExpression[] {
  const isName = (node: unknown): boolean =>
    stringOf(node) === COOKIE ||
    (is.Identifier.check(node) &&
      findAll(
        source.tree.file,
        is.VariableDeclarator,
        ({ id, init }) =>
          is.Identifier.check(id) &&
          id.name === node.name &&
          stringOf(init) === COOKIE
      ).length > 0)
  return findAll(
    source.tree.file,
    is.CallExpression,
    ({ callee, arguments: given }) =>
      is.MemberExpression.check(callee) &&
      is.Identifier.check(callee.property) &&
      callee.property.name === "set" &&
      isName(given[0])
  ).map(({ node }) => node)
}

function sameSites(source: Source): types.namedTypes.Node[] {
  return settingsIn(source).flatMap((call) =>
    findAll(
      call,
      is.ObjectProperty,
      (member) => keyOf(member) === "sameSite"
    ).map(({ node }) => node.value)
  )
}

function noteAfter(source: Source, { end }: Span): Span | undefined {
  return source.tree.comments.find(
    ({ start, text }) =>
      text === NOTE && source.text.slice(end, start).trim() === ""
  )
}
