import { Refusal } from "../errors"
import type { Answer } from "../http/answer"
import type { Call } from "../http/route"

/** Answers by `Idempotency-Key`. The documents promise nothing of the kind; the sandbox asks here only when told to. */
export class IdempotencyKeys {
  private readonly answers = new Map<string, { body: string; answer: Answer }>()

  /** The first answer to this key on this path. Throws a `Refusal` when the body is another one. */
  replay(call: Call): Answer | undefined {
    const key = keyOf(call)
    const known = key && this.answers.get(key)
    if (!known) return undefined
    if (known.body !== call.body) {
      throw new Refusal(
        400,
        "idempotency_key_reused",
        "This Idempotency-Key came with another body before"
      )
    }
    return known.answer
  }

  remember(call: Call, answer: Answer): void {
    const key = keyOf(call)
    if (key) this.answers.set(key, { body: call.body, answer })
  }
}

function keyOf(call: Call): string | undefined {
  const key = call.headers["idempotency-key"]
  return key === undefined
    ? undefined
    : `${call.method} ${call.path} ${String(key)}`
}
