import { removeMember } from "./members"
import { PACKAGE } from "./names"
import { Source } from "./source"
import { Splices } from "./splices"
import { type Node, bare, findAll, is, keyOf, spanOf } from "./syntax"
import { type Outcome, unknown } from "./patch"

/** JSON is an expression, and a statement in parentheses. The two characters are taken off again. */
const OPEN = "("

/** Adds the package to the dependencies of a `package.json`, where the alphabet has it. */
export function addDependency(json: string, version: string): Outcome {
  const source = new Source("package.json", `${OPEN}${json})`)
  const members = dependenciesIn(source)
  if (!members) return unknown("package.json has no dependencies")
  if (members.some((one) => keyOf(one) === PACKAGE)) {
    return { kind: "done", text: json }
  }
  const entry = `"${PACKAGE}": "^${version}"`
  const splices = new Splices()
  const next = members.find((one) => (keyOf(one) ?? "") > PACKAGE)
  const last = members.at(-1)
  if (next) {
    const at = spanOf(next).start
    splices.insert(at, `${entry},${lead(source, next)}`)
  } else if (last) {
    splices.insert(spanOf(last).end, `,${lead(source, last)}${entry}`)
  } else {
    return unknown("package.json has no dependencies")
  }
  return { kind: "done", text: content(splices.applyTo(source.text)) }
}

export function removeDependency(json: string): string {
  const source = new Source("package.json", `${OPEN}${json})`)
  const members = dependenciesIn(source) ?? []
  const index = members.findIndex((one) => keyOf(one) === PACKAGE)
  const splices = new Splices()
  removeMember(source, members, index, splices)
  return content(splices.applyTo(source.text))
}

/** The line break and white space that come before a member. */
function lead(source: Source, member: Node): string {
  const indent = source.indentOf(spanOf(member).start)
  return indent === undefined ? " " : source.eol + indent
}

function dependenciesIn(source: Source): Node[] | undefined {
  const [found] = findAll(
    source.tree.file,
    is.ObjectProperty,
    (one) => keyOf(one) === "dependencies"
  )
  const value = bare(found?.node.value)
  return is.ObjectExpression.check(value) ? value.properties : undefined
}

function content(text: string): string {
  return text.slice(OPEN.length, -1)
}
