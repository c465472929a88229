import { Refusal } from "../errors"

/** What becomes of the connection once a call is handled. */
export type Answer = {
  status: number
  headers: Record<string, string>
  body: string
  /**
   * `send` answers; `hang` says nothing and hangs up after `hangMs` (never, when left out); `reset` cuts the connection; `cut` announces
   * the whole body and sends half of it.
   */
  manner?: "send" | "hang" | "reset" | "cut"
  hangMs?: number
  /** Runs once the answer is on its way, or was kept back for good. */
  afterwards?: () => void
}

export function json(
  status: number,
  body: unknown,
  headers: Record<string, string> = {}
): Answer {
  return {
    status,
    headers: { "Content-Type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(body),
  }
}

/** The error body of the default dialect (reference, section 12.3). */
export function errorAnswer(error: Refusal): Answer {
  return json(error.status, {
    error: { code: error.code, message: error.message },
  })
}

/** See other: the browser goes on with a GET. */
export function redirect(location: string): Answer {
  return { status: 303, headers: { Location: location }, body: "" }
}

export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const message = error instanceof Error ? error.message : String(error)
  return new Refusal(500, "sandbox_error", `The sandbox failed: ${message}`)
}
