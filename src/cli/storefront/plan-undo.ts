import { ADDITIONS } from "./additions"
import { removeDependency } from "./manifest"
import { PACKAGE } from "./names"
import { MANIFEST, PATCHES, type Plan } from "./plan"
import { Shop } from "./shop"
import { UnreadableSource } from "./source"

/** What taking everything back would do; what the shop has changed since stays as it is. Reads only. */
export async function planUndo(root: string): Promise<Plan> {
  const shop = new Shop(root)
  const plan: Plan = { steps: [], obstacles: [], changes: [], kept: [] }
  const note = (path: string, does: string, text: string | undefined) =>
    plan.steps.push({ path, does, changed: shop.put(path, text) })

  const trying = async (path: string, step: () => Promise<void>) => {
    try {
      await step()
    } catch (error) {
      if (!(error instanceof UnreadableSource)) throw error
      plan.obstacles.push({ path, reason: error.message })
    }
  }

  for (const { path, does, undo } of ADDITIONS) {
    await trying(path, async () => {
      const text = await shop.read(path)
      if (text !== undefined) note(path, does, undo(text))
    })
  }
  for (const patch of PATCHES) {
    await trying(patch.usual, async () => {
      const source = await shop.find(patch)
      if (source) note(source.path, patch.does, patch.undo(source))
    })
  }
  await trying(MANIFEST, async () => {
    plan.kept = await stillUsing(shop)
    const manifest = (await shop.read(MANIFEST)) ?? ""
    note(
      MANIFEST,
      `${PACKAGE} is a dependency`,
      plan.kept.length > 0 ? manifest : removeDependency(manifest)
    )
  })
  plan.changes = shop.changes()
  return plan
}

/** Files that import the package: the shop's own, and those of ours that the shop has made its own. */
async function stillUsing(shop: Shop): Promise<string[]> {
  const found: string[] = []
  for (const path of await shop.containing(`${PACKAGE}/`)) {
    const text = await shop.read(path)
    if (/["']medusa-payment-bpc\/storefront/.test(text ?? "")) found.push(path)
  }
  return found
}
