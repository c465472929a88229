import { type MedusaContainer } from "@medusajs/framework/types"
import { reconcileWorkflow } from "../workflows"

/** Asks about payments that are due and finishes webhook work that was interrupted. */
export default async function bpcReconcile(
  container: MedusaContainer
): Promise<void> {
  await reconcileWorkflow(container).run({})
}

export const config = {
  name: "bpc-reconcile",
  // Often, because a page left behind must be closed within 20 seconds; an idle tick is three index look-ups.
  schedule: { interval: 5_000 },
}
