import { ACTIONS, COMPONENTS } from "./names"
import { type Obstacle } from "./plan"
import { type Shop } from "./shop"
import { Source, UnreadableSource } from "./source"
import { findAll, is, nameOf } from "./syntax"

/** What the added files use of the starter's own. */
const REQUIRED = [
  { path: "src/lib/config.ts", names: ["sdk"] },
  {
    path: "src/lib/data/cookies.ts",
    names: ["getAuthHeaders", "getCacheTag", "getCartId", "removeCartId"],
  },
] as const

/** What the patched files and the added ones use of the added ones: a shop may have made those its own. */
const ADDED = [
  {
    path: COMPONENTS,
    names: ["BpcPlaceOrderButton", "BpcOrderWatch", "initiatePaymentSession"],
  },
  {
    path: ACTIONS,
    names: [
      "bpcPaymentStatus",
      "isNoOtherCart",
      "leaveCompletedCart",
      "startPaymentSession",
    ],
  },
] as const

/** What of it a storefront lacks. */
export async function missing(shop: Shop): Promise<Obstacle[]> {
  const found: Obstacle[] = []
  for (const { path, names } of [...REQUIRED, ...ADDED]) {
    try {
      const text = await shop.read(path)
      if (text === undefined && ADDED.some((one) => one.path === path)) continue
      const exported = text === undefined ? [] : exportsOf(path, text)
      const absent = names.filter((name: string) => !exported.includes(name))
      if (absent.length > 0) {
        found.push({
          path,
          reason:
            text === undefined
              ? `there is no such file, and ${absent.join(", ")} of it is needed`
              : `it does not export ${absent.join(", ")}`,
          byHand: `export { ${absent.join(", ")} } from "wherever the shop has it now"`,
        })
      }
    } catch (error) {
      if (!(error instanceof UnreadableSource)) throw error
      found.push({ path, reason: error.message })
    }
  }
  return found
}

function exportsOf(path: string, text: string): string[] {
  const { tree } = new Source(path, text)
  return findAll(tree.file, is.ExportNamedDeclaration).flatMap(({ node }) => {
    const { declaration, specifiers } = node
    const declared = is.VariableDeclaration.check(declaration)
      ? declaration.declarations.map((one) =>
          nameOf(is.VariableDeclarator.check(one) ? one.id : one)
        )
      : is.FunctionDeclaration.check(declaration)
        ? [nameOf(declaration.id)]
        : []
    const listed = (specifiers ?? []).map((one) =>
      "exported" in one ? nameOf(one.exported) : undefined
    )
    return [...declared, ...listed].flatMap((name) => name ?? [])
  })
}
