import { useCallback, useEffect, useState } from "react"
import { errorText, isMissing } from "./error-text"

export type Loaded<T> =
  | { state: "loading" }
  | { state: "ready"; value: T }
  | { state: "missing" }
  | { state: "failed"; message: string }

/** Loads when the key changes; an answer that comes after the next question was asked is dropped. */
export function useLoaded<T>(
  key: string,
  load: () => Promise<T | undefined>
): Loaded<T> & { retry: () => void } {
  const [attempt, setAttempt] = useState(0)
  const question = `${key} ${attempt}`
  const [answer, setAnswer] = useState<{ to: string; loaded: Loaded<T> }>()

  useEffect(() => {
    let asked = true
    const answered = (loaded: Loaded<T>) =>
      asked && setAnswer({ to: question, loaded })
    load().then(
      (value) =>
        answered(
          value === undefined ? { state: "missing" } : { state: "ready", value }
        ),
      (error) =>
        answered(
          isMissing(error)
            ? { state: "missing" }
            : { state: "failed", message: errorText(error) }
        )
    )
    return () => {
      asked = false
    }
    // The key says all that the load depends on.
  }, [question])

  const retry = useCallback(() => setAttempt((number) => number + 1), [])
  const loaded: Loaded<T> =
    answer?.to === question ? answer.loaded : { state: "loading" }
  return { ...loaded, retry }
}
