import { posix } from "node:path"
import { type Shop } from "./shop"

const CODE = /\.([cm]?[jt]sx?|mdx)$/

/** The files below `src`, as they are thought of by now, that name this one in a string as an import would. */
export async function importersOf(
  shop: Shop,
  target: string
): Promise<string[]> {
  const module = withoutEnding(target)
  const paths = await shop.containing(posix.basename(module), CODE)
  const found: string[] = []
  for (const path of paths) {
    const text = (await shop.read(path)) ?? ""
    const named = [...text.matchAll(/(["'`])(?<address>[^"'`\n]+)\1/g)].some(
      ({ groups }) => leadsTo(module, groups?.address ?? "", path)
    )
    if (named && path !== target) found.push(path)
  }
  return found
}

/** Relative, or below an alias such as `@lib`: which folder that is does not matter, since a file too many is only kept. */
function leadsTo(module: string, address: string, from: string): boolean {
  const bare = withoutEnding(address)
  return bare.startsWith(".")
    ? posix.join(posix.dirname(from), bare) === module
    : `/${module}`.endsWith(`/${bare.replace(/^[@~#][^/]*\//, "")}`)
}

function withoutEnding(path: string): string {
  return path.replace(CODE, "").replace(/\/index$/, "")
}
