import { type Logger, type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { BPC_MODULE } from "../../modules/bpc"
import type BpcModuleService from "../../modules/bpc/service"
import { processEvent } from "../process-webhook-event/process-event"
import { settle } from "../settle-session/settle"

const BATCH = 50
/** The gateway limits concurrent calls (HTTP 429); checkouts must still find room. */
const CONCURRENCY = 4

/**
 * One tick of the job. Each due row is taken by one process only, by moving its time ahead in the statement that finds it.
 *
 * @returns how many events and sessions were taken up
 */
export async function reconcile(
  container: MedusaContainer
): Promise<{ events: number; sessions: number }> {
  const bpc = container.resolve<BpcModuleService>(BPC_MODULE)
  await bpc.signs.show("reconcile")
  const [events, sessions] = await Promise.all([
    bpc.inbox.takeDue(BATCH),
    bpc.ledger.takeDue(BATCH),
  ])
  await eachOf(container, events, async (id) => {
    const event = await bpc.inbox.find(id)
    if (event) {
      await processEvent(container, event)
    }
  })
  await eachOf(container, sessions, async (id) => {
    await settle(container, { id, trigger: { door: "job" } })
  })
  return { events: events.length, sessions: sessions.length }
}

/** Works through a list with bounded concurrency; one failure stops nobody else and leaves its row due again. */
async function eachOf(
  container: MedusaContainer,
  ids: readonly string[],
  work: (id: string) => Promise<void>
): Promise<void> {
  const queue = [...ids]
  const worker = async () => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      try {
        await work(id)
      } catch (error) {
        container
          .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
          .error(
            `[bpc] ${id} could not be settled now and stays due: ${error instanceof Error ? error.message : String(error)}`
          )
      }
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, worker))
}
