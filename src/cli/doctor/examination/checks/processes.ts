import {
  type Surroundings,
  inMemoryLocking,
  localEventBus,
} from "../../../../modules/bpc/health"
import { type Check, checkOf } from "../../report"

const { ok, warning } = checkOf("processes", "Locks and events")

/**
 * The choice of modules for locks and events. Whether it is wrong for a store in several processes is a matter of health;
 * how many processes a store will be started in, nobody but its owner can say.
 */
export function processesNote(surroundings: Surroundings): Check[] {
  const { lockingProvider, eventBus, workerMode } = surroundings
  const local = [
    inMemoryLocking(surroundings) && "locks",
    localEventBus(surroundings) && "events",
  ].filter(Boolean)
  if (local.length === 0) {
    return [
      ok(
        `Locks by ${lockingProvider ?? "a provider of your own"}, events by ${eventBus}: fit for any number of processes.`
      ),
    ]
  }
  if (workerMode !== "shared") {
    // The health check has said so already, as a problem.
    return []
  }
  const sentence = `The ${local.join(" and ")} live in the memory of Medusa's process (MEDUSA_WORKER_MODE is shared)`
  return process.env.NODE_ENV === "production"
    ? [
        warning(
          `${sentence}, which is right for a single process only.`,
          "Before you run several, add Medusa's Redis event bus and a Redis or PostgreSQL locking provider."
        ),
      ]
    : [ok(`${sentence}: right for a single process.`)]
}
