import { performance } from "node:perf_hooks"
import { type StatementCounter } from "./statements"

const WINDOW_MS = 200
/** Share of its time that an idle Medusa works: timers, keep-alive. */
const IDLE = 0.1
const PATIENCE_MS = 120_000

/** Resolves when the store has neither worked nor asked its database for some windows in a row. */
export async function untilIdle(
  statements: StatementCounter,
  windows: number
): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  for (let quiet = 0; quiet < windows;) {
    const asked = statements.total
    const before = performance.eventLoopUtilization()
    await new Promise((next) => setTimeout(next, WINDOW_MS))
    const { utilization } = performance.eventLoopUtilization(before)
    quiet = utilization < IDLE && statements.total === asked ? quiet + 1 : 0
    if (Date.now() > deadline) {
      throw new Error("The store did not come to rest")
    }
  }
}
