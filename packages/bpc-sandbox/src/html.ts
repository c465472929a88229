/** Markup that is safe to put into a page as it is. */
export class Html {
  constructor(readonly text: string) {}
}

type Part =
  Html | string | number | boolean | null | undefined | readonly Part[]

/** Builds markup; every value that is not itself `Html` is escaped. `false`, `null` and `undefined` leave nothing. */
export function html(
  strings: TemplateStringsArray,
  ...parts: readonly Part[]
): Html {
  const text = strings.reduce(
    (whole, string, index) =>
      whole + string + (index < parts.length ? rendered(parts[index]) : ""),
    ""
  )
  return new Html(text)
}

/** Text that is markup already: styles and scripts of the sandbox's own. */
export function trusted(text: string): Html {
  return new Html(text)
}

function rendered(part: Part): string {
  if (part === null || part === undefined || typeof part === "boolean")
    return ""
  if (part instanceof Html) return part.text
  if (typeof part === "object") return part.map(rendered).join("")
  return String(part)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
}
