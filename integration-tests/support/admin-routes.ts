import { readFileSync, readdirSync } from "node:fs"
import { dirname, join, relative, sep } from "node:path"

const API = join(__dirname, "../../src/api")

/** What a parameter stands for here: an account that is not there, and the one action that these routes have. */
const PARAMETERS: Record<string, string> = { action: "test" }

export type AdminRoute = { method: string; path: string }

/** Every route of ours below `/admin`, with each method that its file exports: found in the sources, so that none is forgotten. */
export function adminRoutes(): AdminRoute[] {
  return readdirSync(join(API, "admin"), {
    recursive: true,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile() && entry.name === "route.ts")
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((file) => {
      const path = relative(API, dirname(file))
        .split(sep)
        .map((part) =>
          part.replace(
            /^\[(.+)\]$/,
            (_, name: string) => PARAMETERS[name] ?? "nobody"
          )
        )
        .join("/")
      const methods = readFileSync(file, "utf8").matchAll(
        /^export (?:async )?(?:function|const) ([A-Z]+)\b/gm
      )
      return [...methods].map(([, method = ""]) => ({
        method,
        path: `/${path}`,
      }))
    })
}
