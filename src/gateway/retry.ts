import { type GatewayError } from "./errors"
import {
  type Answer,
  type Call,
  mayChangeSomething,
  nothingWasSent,
} from "./failure"
import { type Result } from "./result"
import { type Request, type Transport } from "./transport"

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 30_000

export type RetryOptions = {
  totalTimeoutMs: number
  /** Repeats of a read after its first attempt. */
  readRetries: number
  sleep: (ms: number) => Promise<void>
  /** 0 (inclusive) to 1 (exclusive). */
  random: () => number
}

export type Sender = (request: Request) => Promise<Result<Answer, GatewayError>>

/**
 * Repeats what is safe to repeat, and nothing else: reads after a passing fault; a session's creation once, and only when no
 * byte of it was sent. All attempts and pauses together stay within the total time.
 */
export function withRetries(
  transport: Transport,
  options: RetryOptions
): Sender {
  return async (request) => {
    const deadline = performance.now() + options.totalTimeoutMs
    for (let attempt = 0; ; attempt++) {
      const left = deadline - performance.now()
      const result = await transport.send(request, left)
      if (
        result.ok ||
        !mayRepeat(request.call, result.error, attempt, options)
      ) {
        return result
      }
      const pause = pauseMs(attempt, result.error.retryAfterMs, options.random)
      if (pause >= deadline - performance.now()) {
        return result
      }
      await options.sleep(pause)
    }
  }
}

function mayRepeat(
  call: Call,
  error: GatewayError,
  attempt: number,
  { readRetries }: RetryOptions
): boolean {
  if (!mayChangeSomething(call)) {
    return error.retryable && attempt < readRetries
  }
  return call.purpose === "start" && attempt === 0 && nothingWasSent(error)
}

/** Doubles per attempt, jittered to between half and all of it, and at least what the gateway asked for (up to 30 s). */
function pauseMs(
  attempt: number,
  askedMs: number | undefined,
  random: () => number
): number {
  const full = Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS)
  const jittered = full * (0.5 + random() / 2)
  return Math.max(jittered, Math.min(askedMs ?? 0, LONGEST_PAUSE_MS))
}
