import { ADDITIONS, type Addition } from "./additions"
import { importersOf } from "./importers"
import { removeDependency } from "./manifest"
import { PACKAGE } from "./names"
import { type Patch } from "./patch"
import { MANIFEST, type Obstacle, PATCHES, type Plan } from "./plan"
import { Shop } from "./shop"
import { type Source, UnreadableSource } from "./source"

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

  for (const patch of PATCHES) {
    await trying(patch.usual, async () => {
      const source = await found(shop, patch)
      if (source) note(source.path, patch.does, patch.undo(source))
    })
  }
  const gone = await unneeded(shop, plan.obstacles)
  for (const { path, does } of gone) note(path, does, undefined)
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

/** The file of a patch, if it can be read; one that need not be there may be as it likes, unless it has ours in it. */
async function found(shop: Shop, patch: Patch): Promise<Source | undefined> {
  try {
    return await shop.find(patch)
  } catch (error) {
    const text = await shop.read(patch.usual).catch(() => undefined)
    const ours = !patch.optional || text?.includes(PACKAGE)
    if (ours || !(error instanceof UnreadableSource)) throw error
    return undefined
  }
}

/**
 * The added files that can go: those that the shop has not made its own, and that no file which stays imports, the other added ones
 * among them.
 */
async function unneeded(
  shop: Shop,
  obstacles: Obstacle[]
): Promise<Addition[]> {
  const there: Addition[] = []
  for (const addition of ADDITIONS) {
    try {
      const text = await shop.read(addition.path)
      if (text !== undefined && addition.undo(text) === undefined) {
        there.push(addition)
      }
    } catch (error) {
      if (!(error instanceof UnreadableSource)) throw error
      obstacles.push({ path: addition.path, reason: error.message })
    }
  }
  for (let going = there; ;) {
    const stays = await Promise.all(
      going.map(async ({ path }) =>
        (await importersOf(shop, path)).some(
          (importer) => !going.some((one) => one.path === importer)
        )
      )
    )
    const left = going.filter((_, index) => !stays[index])
    if (left.length === going.length) return left
    going = left
  }
}

const IMPORTED = new RegExp(`["']${PACKAGE}["'/]`)

/** Files that import the package: the shop's own, and those of ours that the shop has made its own or still uses. */
async function stillUsing(shop: Shop): Promise<string[]> {
  const found: string[] = []
  for (const path of await shop.containing(PACKAGE)) {
    const text = await shop.read(path)
    if (IMPORTED.test(text ?? "")) found.push(path)
  }
  return found
}
