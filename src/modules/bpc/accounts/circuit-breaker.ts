import { type GatewayError, type Result } from "../../../gateway"

/** So many calls in a row without an answer, and the gateway is taken to be down. */
const FAULTS_IN_A_ROW = 5
const FIRST_PAUSE_SECONDS = 15
/** A passing fault must not delay an order by more than a minute. */
const LONGEST_PAUSE_SECONDS = 60

type Circuit = { faults: number; pauses: number; closedUntil: number }

/**
 * Keeps the job from hammering a gateway that does not answer, or that has asked for a pause (HTTP 429), by account. It forgets
 * with the process on purpose: it only saves calls, and no rule about money hangs on it. Shoppers and clerks are never kept
 * waiting by it: their readings of a session are probes whose answers count.
 */
export class CircuitBreaker {
  private readonly circuits = new Map<string, Circuit>()

  constructor(private readonly now: () => number = Date.now) {}

  /** Seconds until the job may ask again; 0: now. */
  pauseOf(accountId: string): number {
    const circuit = this.circuits.get(accountId)
    return circuit
      ? Math.max(0, Math.ceil((circuit.closedUntil - this.now()) / 1000))
      : 0
  }

  /** Hears of each answer. */
  record(accountId: string, result: Result<unknown, GatewayError>): void {
    if (result.ok || !isFault(result.error)) {
      this.circuits.delete(accountId)
      return
    }
    const circuit = this.circuits.get(accountId) ?? {
      faults: 0,
      pauses: 0,
      closedUntil: 0,
    }
    this.circuits.set(accountId, circuit)
    circuit.faults += 1
    const throttled = result.error.kind === "throttled"
    if (throttled || circuit.faults >= FAULTS_IN_A_ROW) {
      const asked = (result.error.retryAfterMs ?? 0) / 1000
      const pause = Math.min(
        FIRST_PAUSE_SECONDS * 2 ** circuit.pauses,
        LONGEST_PAUSE_SECONDS
      )
      // One answer after the pause decides whether another one follows.
      circuit.faults = FAULTS_IN_A_ROW - 1
      circuit.pauses += 1
      circuit.closedUntil = this.now() + Math.max(asked, pause) * 1000
    }
  }
}

/** Faults of the way there, not answers about one payment. */
function isFault({ kind }: GatewayError): boolean {
  return kind === "transport" || kind === "timeout" || kind === "throttled"
}
