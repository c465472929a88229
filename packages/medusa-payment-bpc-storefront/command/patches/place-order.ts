import { type types } from "recast"
import { addImport, dropImports } from "../imports"
import { COMPONENTS, PACKAGE } from "../names"
import { type Patch, unknown } from "../patch"
import { type Source } from "../source"
import { specifier } from "../specifier"
import { Splices } from "../splices"
import { attribute, findAll, is, nameOf, spanOf } from "../syntax"

const IS_BPC = { name: "isBpc", from: PACKAGE }
const BUTTON = "BpcPlaceOrderButton"

/** A case of its own among those that choose the button by the provider of the cart's payment session. */
export const placeOrder: Patch = {
  does: '"Place order" leads to the payment page',
  usual: "src/modules/checkout/components/payment-button/index.tsx",
  needle: "provider_id",
  isIn: (source) => branchesIn(source).length > 0,

  apply(source) {
    const splices = new Splices()
    const branches = branchesIn(source)
    if (!branches.some(isOurs)) {
      const [first] = branches
      if (!first) return unknown("no case or if asks for the payment provider")
      const at = spanOf(first.node).start
      const indent = source.indentOf(at)
      if (indent === undefined) {
        return unknown("the cases are not on lines of their own")
      }
      const button = buttonLines(source, branches)
      if (typeof button === "string") return unknown(button)
      splices.insert(
        source.lineStart(at),
        source.lines(indent, branchLines(source, first, button))
      )
    }
    addImport(source, IS_BPC, splices)
    addImport(source, button(source.path), splices)
    return { kind: "done", text: splices.applyTo(source.text) }
  },

  undo(source) {
    const splices = new Splices()
    const ours = branchesIn(source).filter(isOurs)
    for (const { node } of ours) {
      splices.remove(source.withItsLines(spanOf(node)))
    }
    dropImports(
      source,
      [IS_BPC, button(source.path)],
      ours.map(({ node }) => node),
      splices
    )
    return splices.applyTo(source.text)
  },

  byHand: () => `With the imports
  import { isBpc } from "${PACKAGE}"
  import { ${BUTTON} } from "${specifier(placeOrder.usual, COMPONENTS)}"
before the other cases:
  case isBpc(paymentSession?.provider_id):
    return (
      <${BUTTON}
        cart={cart}
        disabled={notReady}
        data-testid={dataTestId}
      />
    )`,
}

/** `case isStripeLike(session?.provider_id):` in a `switch (true)`, or `if (isStripeLike(…))`. */
type Branch = {
  node: types.namedTypes.SwitchCase | types.namedTypes.IfStatement
  question: types.namedTypes.CallExpression
  /** What is asked about. */
  subject: types.namedTypes.Node
}

function branchesIn(source: Source): Branch[] {
  const cases = findAll(
    source.tree.file,
    is.SwitchStatement,
    ({ discriminant }) =>
      is.BooleanLiteral.check(discriminant) && discriminant.value
  ).flatMap(({ node }) => node.cases)
  const ifs = findAll(source.tree.file, is.IfStatement).flatMap(
    ({ node, within }) => (is.IfStatement.check(within[0]) ? [] : [node])
  )
  return [...cases, ...ifs].flatMap((node) => {
    const { test } = node
    if (!is.CallExpression.check(test)) return []
    const [subject] = test.arguments
    return subject &&
      /^is[A-Z]/.test(nameOf(test.callee) ?? "") &&
      /provider_?id/i.test(source.textOf(subject))
      ? [{ node, question: test, subject }]
      : []
  })
}

function isOurs({ question }: Branch): boolean {
  return nameOf(question.callee) === IS_BPC.name
}

/** The button with what the others are given here; or why it cannot be written. */
function buttonLines(
  source: Source,
  branches: readonly Branch[]
): string[] | string {
  const siblings = branches.flatMap(({ node }) =>
    findAll(node, is.JSXElement).map((found) => found.node)
  )
  const given = (name: string) => {
    const [value] = siblings.flatMap((one) => attribute(one, name) ?? [])
    return value && source.textOf(value)
  }
  const cart =
    given("cart") ??
    (findAll(source.tree.file, is.Identifier, (one) => one.name === "cart")
      .length > 0
      ? "cart"
      : undefined)
  if (!cart) return "the cart is not at hand"
  const disabled = given("notReady") ?? given("disabled")
  const testId = given("data-testid")
  return [
    `<${BUTTON}`,
    `  cart={${cart}}`,
    ...(disabled ? [`  disabled={${disabled}}`] : []),
    ...(testId
      ? [`  data-testid=${/^["']/.test(testId) ? testId : `{${testId}}`}`]
      : []),
    "/>",
  ]
}

function branchLines(
  source: Source,
  { node, subject }: Branch,
  button: string[]
): string[] {
  const end = /;\s*\}?\s*$/.test(source.textOf(node)) ? ";" : ""
  const question = `isBpc(${source.textOf(subject)})`
  const answer = ["return (", ...button.map((line) => `  ${line}`), `)${end}`]
  const inside = answer.map((line) => `  ${line}`)
  return is.SwitchCase.check(node)
    ? [`case ${question}:`, ...inside]
    : [`if (${question}) {`, ...inside, "}"]
}

function button(path: string): { name: string; from: string } {
  return { name: BUTTON, from: specifier(path, COMPONENTS) }
}
