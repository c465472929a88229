import { posix } from "node:path"

/** How a file imports another one, both given from the storefront's root, e.g. `../bpc-payment`. */
export function specifier(from: string, to: string): string {
  const target = to.replace(/\.tsx?$/, "").replace(/\/index$/, "")
  const path = posix.relative(posix.dirname(from), target)
  return path.startsWith(".") ? path : `./${path}`
}
