import { ADDITIONS } from "./additions"
import { addDependency } from "./manifest"
import { PACKAGE } from "./names"
import { type Order, type Patch } from "./patch"
import { placeOrder } from "./patches/place-order"
import { MANIFEST, type Obstacle, PATCHES, type Plan, type Step } from "./plan"
import { Shop } from "./shop"
import { missing } from "./requirements"
import { Source, UnreadableSource } from "./source"

/** What patching would do. Reads only. */
export async function planPatch(
  root: string,
  order: Order,
  version: string
): Promise<Plan> {
  const shop = new Shop(root)
  const steps: Step[] = []
  const obstacles: Obstacle[] = []
  const note = (result: Step | Obstacle) => {
    if ("does" in result) steps.push(result)
    else obstacles.push(result)
  }

  note(await dependency(shop, version))
  // The added files look like the button as the shop has it.
  const payButton = await shop.find(placeOrder).catch(() => undefined)
  for (const patch of PATCHES) {
    const result = await apply(shop, patch, order)
    if ("does" in result || !patch.optional) note(result)
  }
  if (payButton) {
    for (const { path, does, text } of ADDITIONS) {
      try {
        const after = text(await shop.read(path), payButton)
        note({ path, does, changed: shop.put(path, after) })
      } catch (error) {
        note(unreadable(error, path))
      }
    }
  }
  obstacles.push(...(await missing(shop)))
  return { steps, obstacles, changes: shop.changes(), kept: [] }
}

async function dependency(
  shop: Shop,
  version: string
): Promise<Step | Obstacle> {
  const byHand = `In the dependencies:\n  "${PACKAGE}": "^${version}"`
  try {
    const before = (await shop.read(MANIFEST)) ?? ""
    const outcome = addDependency(before, version)
    return outcome.kind === "unknown"
      ? { path: MANIFEST, reason: outcome.reason, byHand }
      : {
          path: MANIFEST,
          does: `${PACKAGE} is a dependency`,
          changed: shop.put(MANIFEST, outcome.text),
        }
  } catch (error) {
    return unreadable(error, MANIFEST)
  }
}

async function apply(
  shop: Shop,
  patch: Patch,
  order: Order
): Promise<Step | Obstacle> {
  const byHand = patch.byHand(order)
  try {
    const source = await shop.find(patch)
    if (!source) {
      const reason = "there is no such file, nor another one with its code"
      return { path: patch.usual, reason, byHand }
    }
    const { path } = source
    const outcome = patch.apply(source, order)
    if (outcome.kind === "unknown") {
      return { path, reason: outcome.reason, byHand }
    }
    if (!canBeUndone(patch, source, outcome.text, order)) {
      const reason = "it is written in a way in which lines cannot be added"
      return { path, reason, byHand }
    }
    const changed = shop.put(path, outcome.text)
    return { path, does: patch.does, changed }
  } catch (error) {
    return unreadable(error, patch.usual)
  }
}

/** Holds for everything that is ever written: undone it leaves the shop's bytes, and applied twice it is applied once. */
function canBeUndone(
  patch: Patch,
  source: Source,
  text: string,
  order: Order
): boolean {
  const patched = new Source(source.path, text)
  const again = patch.apply(patched, order)
  return (
    patch.undo(patched) === patch.undo(source) &&
    again.kind === "done" &&
    again.text === text
  )
}

function unreadable(error: unknown, path: string): Obstacle {
  if (!(error instanceof UnreadableSource)) throw error
  return { path, reason: error.message }
}
