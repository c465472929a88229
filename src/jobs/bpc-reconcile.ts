import { type MedusaContainer } from "@medusajs/framework/types"
import { BPC_MODULE } from "../modules/bpc"
import type BpcModuleService from "../modules/bpc/service"
import { reconcileWorkflow } from "../workflows"

/** Asks about payments that are due and finishes webhook work that was interrupted. */
export default async function bpcReconcile(
  container: MedusaContainer
): Promise<void> {
  const bpc = container.resolve<BpcModuleService>(BPC_MODULE)
  if (await bpc.jobRest.isOver()) {
    await reconcileWorkflow(container).run({})
    bpc.jobRest.ran()
  }
}

export const config = {
  name: "bpc-reconcile",
  // Often, because a page left behind must be closed within 20 seconds; with nothing to do a tick is one statement, or none (`JobRest`).
  schedule: { interval: 5_000 },
}
