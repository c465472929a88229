import { importsOf, localName } from "../imports"
import { isUntouched, marked, sameMark } from "../mark"
import { ACTIONS, COMPONENTS } from "../names"
import { type Source } from "../source"
import { stringOf } from "../syntax"
import { actions } from "./actions"
import { type Manner, components } from "./components"

/** A file that the command adds. */
export type Addition = {
  path: string
  does: string
  /** As it is written beside this payment button; what the shop has changed in it stays as the shop has it. */
  text(before: string | undefined, payButton: Source): string
  /** What taking it away leaves: nothing, or what the shop has made of it. */
  undo(before: string): string | undefined
}

export const ADDITIONS: readonly Addition[] = [
  addition(
    COMPONENTS,
    "the button, and what finds the order of a closed tab",
    components
  ),
  addition(ACTIONS, "the server's part of it", actions),
]

function addition(
  path: string,
  does: string,
  write: (manner: Manner) => string
): Addition {
  return {
    path,
    does,
    text: (before, payButton) => {
      const text = marked(write(mannerOf(payButton)))
      const stays =
        before !== undefined && (!isUntouched(before) || sameMark(before, text))
      return stays ? before : text.replaceAll("\n", payButton.eol)
    },
    undo: (before) => (isUntouched(before) ? undefined : before),
  }
}

function mannerOf(payButton: Source): Manner {
  return {
    look: localName(payButton, { name: "Button", from: "@medusajs/ui" })
      ? "medusa-ui"
      : "plain",
    alias: importsOf(payButton).some(({ source }) =>
      stringOf(source)?.startsWith("@lib/")
    ),
  }
}
