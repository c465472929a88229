import type { Call } from "../http/route"

/** A refusal as V1 tells it: HTTP 200 with an `errorCode` (reference, section 15.1). */
export class V1Refusal extends Error {
  constructor(
    readonly code: "5" | "6" | "7",
    message: string
  ) {
    super(message)
    this.name = "V1Refusal"
  }
}

/** INFERRED: the list of codes is not documented; an order that is not found shows by its missing `orderStatus`. */
export const unknownOrder = () => new V1Refusal("6", "No such order")

/** The fields of a form-encoded body; the last one of a name wins. Throws a `V1Refusal` for another encoding or for HTML. */
export function formOf(call: Call): Map<string, string> {
  const type = call.headers["content-type"] ?? ""
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) {
    throw new V1Refusal("5", "Send application/x-www-form-urlencoded")
  }
  const form = new Map(new URLSearchParams(call.body))
  for (const [name, value] of form) {
    if (/[<>]/.test(value)) throw new V1Refusal("5", `${name} holds HTML`)
  }
  return form
}

/** The body for the log, its login masked. */
export function shownForm(body: string): Record<string, string> {
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [
      name,
      /^(userName|password|token)$/i.test(name) ? "***" : value,
    ])
  )
}

/** Mandatory in deposit and refund, String [0..12]. 0 stands for the whole order. */
export function amountOf(form: Map<string, string>): number {
  const text = form.get("amount") ?? ""
  if (!/^\d{1,12}$/.test(text)) {
    throw new V1Refusal("5", "amount must be 1 to 12 digits")
  }
  return Number(text)
}

/** String of at most `longest` characters, or undefined when it is left out. */
export function textOf(
  form: Map<string, string>,
  name: string,
  longest: number
): string | undefined {
  const text = form.get(name)
  if (text === undefined || text === "") return undefined
  if (text.length > longest) {
    throw new V1Refusal("5", `${name} is above ${longest} characters`)
  }
  return text
}
