import { type MedusaContainer } from "@medusajs/framework/types"
import { formatMoney } from "../../gateway"
import type BpcModuleService from "../../modules/bpc/service"

/**
 * Medusa cancels a held payment when its order is edited, and a hold may be released in the portal or lapse: the order stands, owes all of it
 * and nobody is asked for it. That is written down at its payment until the order owes nothing, is cancelled, or somebody asks for the money.
 */
export async function sweepReleasedOrders(
  _container: MedusaContainer,
  bpc: BpcModuleService
): Promise<void> {
  if (!(await bpc.heartbeats.beat("released"))) {
    return
  }
  const released = await bpc.queries.releasedOrders()
  for (const { sessionId, due } of released) {
    await bpc.failing.note(sessionId, "released", {
      why: `${formatMoney(due)} is owed.`,
      details: { amount: due.minor },
    })
  }
  const still = new Set(released.map(({ sessionId }) => sessionId))
  for (const id of await bpc.failing.released()) {
    if (!still.has(id)) {
      await bpc.failing.end(id, "recovered", { released: true })
    }
  }
}
