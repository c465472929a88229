import { type Source } from "./source"
import { type Splices } from "./splices"
import { type Node, spanOf } from "./syntax"

/** Takes a member out of an object with its comma and, when it has lines of its own, with these. */
export function removeMember(
  source: Source,
  members: readonly Node[],
  index: number,
  splices: Splices
): void {
  const member = members[index]
  if (!member) return
  const { start, end } = spanOf(member)
  const comma = /^\s*,/.exec(source.text.slice(end))?.[0]
  const before = members[index - 1]
  if (comma !== undefined) {
    splices.remove(source.withItsLines({ start, end: end + comma.length }))
  } else if (before) {
    // The last one, without a comma: the one before it becomes the last.
    splices.remove({ start: spanOf(before).end, end })
  } else {
    splices.remove(source.withItsLines({ start, end }))
  }
}
