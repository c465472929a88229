import { type types } from "recast"
import { localName } from "../imports"
import { removeMember } from "../members"
import { type Order, type Patch, unknown } from "../patch"
import { type Source } from "../source"
import { Splices } from "../splices"
import { bare, findAll, is, keyOf, nameOf, spanOf } from "../syntax"

const MAP = "paymentInfoMap"

/** The title and the icon, which the checkout, and later the order, show for the provider's id. */
export const paymentMethod: Patch = {
  does: "the payment method has a title and an icon",
  usual: "src/lib/constants.tsx",
  needle: MAP,
  isIn: (source) => mapIn(source) !== undefined,

  apply(source, order) {
    const map = mapIn(source)
    if (!map) return unknown(`there is no object ${MAP}`)
    if (map.properties.some((one) => keyOf(one) === order.providerId)) {
      return { kind: "done", text: source.text }
    }
    const icon = iconIn(source, map)
    if (!icon) return unknown(`no entry of ${MAP} shows which icons there are`)
    const entry = entryLines(order, icon)
    const splices = new Splices()
    const [first] = map.properties
    if (first) {
      const at = spanOf(first).start
      const indent = source.indentOf(at)
      if (indent === undefined) {
        return unknown(`the entries of ${MAP} are not on lines of their own`)
      }
      splices.insert(source.lineStart(at), source.lines(indent, entry))
    } else {
      splices.insert(
        spanOf(map).start + 1,
        entry.map((line) => line.trim()).join(" ")
      )
    }
    return { kind: "done", text: splices.applyTo(source.text) }
  },

  undo(source) {
    const splices = new Splices()
    const members = mapIn(source)?.properties ?? []
    members.forEach((member, index) => {
      if (keyOf(member)?.startsWith("pp_bpc_")) {
        removeMember(source, members, index, splices)
      }
    })
    return splices.applyTo(source.text)
  },

  byHand: (order) =>
    [
      `In ${MAP}:`,
      ...entryLines(order, "<CreditCard />").map((line) => `  ${line}`),
      'with: import { CreditCard } from "@medusajs/icons"',
    ].join("\n"),
}

function mapIn(source: Source): types.namedTypes.ObjectExpression | undefined {
  const [found] = findAll(
    source.tree.file,
    is.VariableDeclarator,
    (node) =>
      nameOf(node.id) === MAP && is.ObjectExpression.check(bare(node.init))
  )
  const value = bare(found?.node.init)
  return is.ObjectExpression.check(value) ? value : undefined
}

/** Medusa's card when the file has it, else what the shop shows for another method. */
function iconIn(
  source: Source,
  map: types.namedTypes.ObjectExpression
): string | undefined {
  const card = localName(source, {
    name: "CreditCard",
    from: "@medusajs/icons",
  })
  if (card) return `<${card} />`
  const [icon] = findAll(
    map,
    is.ObjectProperty,
    (one) => keyOf(one) === "icon" && is.JSXElement.check(one.value)
  )
  return icon && source.textOf(icon.node.value)
}

function entryLines({ providerId }: Order, icon: string): string[] {
  const key = /^[A-Za-z_$][\w$]*$/.test(providerId)
    ? providerId
    : `"${providerId}"`
  return [
    `${key}: {`,
    '  title: "Credit or debit card",',
    `  icon: ${icon},`,
    "},",
  ]
}
