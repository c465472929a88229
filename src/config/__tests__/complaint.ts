import { type BpcOptions, resolveOptions } from "../options"

export type Env = Record<string, string | undefined>

/** What a store is told that boots with these options; "accepted" when nothing is wrong with them. */
export function complaint(options: unknown, env: Env = {}): string {
  try {
    resolveOptions(options as BpcOptions, env)
  } catch (error) {
    return error instanceof Error ? error.message : "not an Error"
  }
  return "accepted"
}
