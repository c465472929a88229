import {
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { type Logger, type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { BPC_MODULE } from "../modules/bpc"
import type BpcModuleService from "../modules/bpc/service"
import { notifyAdmin } from "../workflows/notify-admin"
import { logText } from "../workflows/error-text"

const LOOK_EVERY_MS = 2 * 60_000
const SILENT_SECONDS = 10 * 60

let lookedAt = 0

/**
 * Where only `MEDUSA_WORKER_MODE=server` runs, no job does, and no job can say so. A process that shoppers and webhooks reach looks now and
 * then, after its answer, and tells the log and the bell.
 */
export function watchJob(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const now = Date.now()
  if (now - lookedAt >= LOOK_EVERY_MS) {
    lookedAt = now
    res.once("close", () => void look(req.scope))
  }
  next()
}

async function look(container: MedusaContainer): Promise<void> {
  const logger = container.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
  try {
    const bpc = container.resolve<BpcModuleService>(BPC_MODULE)
    const { idlePauseSeconds } = bpc.configuration.options
    if (await bpc.heartbeats.jobIsSilent(SILENT_SECONDS + idlePauseSeconds)) {
      logger.error(`[bpc] ${MESSAGE}`)
      await notifyAdmin(container, {
        title: "The job that looks after payments does not run",
        description: MESSAGE,
      })
    }
  } catch (error) {
    logger.warn(
      `[bpc] whether the job runs could not be found out: ${logText(error)}`
    )
  }
}

const MESSAGE =
  "The job that looks after payments has not run for ten minutes. Payments whose webhook got lost stay without an order, and pages that were left stay open. Run at least one Medusa process in worker or shared mode (MEDUSA_WORKER_MODE)."
