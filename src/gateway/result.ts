/** An expected outcome as a value: what went well, or which of the known ways it went wrong. Exceptions are left for bugs. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

export const err = <E>(error: E): { ok: false; error: E } => ({
  ok: false,
  error,
})
