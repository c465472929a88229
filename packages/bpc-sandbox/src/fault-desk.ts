import { z } from "zod"
import { invalid } from "./errors"
import {
  faultsSchema,
  noFaults,
  type ApiFault,
  type Faults,
  type FaultsInput,
  type Operation,
} from "./faults"

type Armed = { fault: ApiFault; toSkip: number; left: number }

/** Holds the switches in force and hands out each API fault as often as it may strike. */
export class FaultDesk {
  private faults: Faults = noFaults()
  private armed: Armed[] = []

  constructor(private readonly initial: FaultsInput = {}) {
    this.clear()
  }

  get current(): Faults {
    return this.faults
  }

  /**
   * Puts the named switches, leaving the others as they are. A named switch is replaced as a whole: `{ webhooks: { drop: true } }` puts
   * every other webhook switch to its default. Naming `api` arms its counts anew. Throws a `Refusal` that names a wrong switch.
   */
  set(change: unknown): Faults {
    const keys =
      typeof change === "object" && change !== null ? Object.keys(change) : []
    const parsed = faultsSchema.safeParse(change)
    if (!parsed.success) throw invalid(z.prettifyError(parsed.error))
    const named = Object.fromEntries(
      Object.entries(parsed.data).filter(([key]) => keys.includes(key))
    )
    this.faults = { ...this.faults, ...named }
    if (keys.includes("api")) this.arm()
    return this.faults
  }

  /** Back to the switches that the sandbox was started with. */
  clear(): Faults {
    this.faults = noFaults()
    this.arm()
    return this.set(this.initial)
  }

  /** The fault that strikes this call, used up by one. The first listed that matches wins. */
  take(operation: Operation, sessionId?: string): ApiFault | undefined {
    for (const armed of this.armed) {
      const { fault } = armed
      const matches =
        (fault.operation === "*" || fault.operation === operation) &&
        (fault.sessionId === undefined || fault.sessionId === sessionId)
      if (!matches || armed.left === 0) continue
      if (armed.toSkip > 0) {
        armed.toSkip -= 1
        continue
      }
      armed.left -= 1
      return fault
    }
    return undefined
  }

  blocks(userAgent: string | undefined): boolean {
    return this.faults.blockedUserAgents.some((part) =>
      (userAgent ?? "").includes(part)
    )
  }

  private arm(): void {
    this.armed = this.faults.api.map((fault) => ({
      fault,
      toSkip: fault.skip ?? 0,
      left: fault.times ?? Infinity,
    }))
  }
}
