/** The plugin's own complaint about an option, wherever in an error it stands; undefined when it is another error. */
export function ownSentence(error: unknown): string | undefined {
  return /medusa-payment-bpc: [^\n]+/.exec(textOf(error))?.[0]
}

/** An error in one line, without its stack. */
export function firstLine(error: unknown): string {
  const [line = ""] = textOf(error).trim().split("\n")
  return line.slice(0, 300) || "no reason was given."
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
