/** One word of the command line. `run` resolves with the exit code: 0 done, 1 could not, 2 wrongly called. */
export type Command = {
  name: string
  summary: string
  help: string
  run: (args: string[]) => Promise<number>
}

/** A mistake in how the command was called; its message is for the person at the keyboard. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = "UsageError"
  }
}

/** Semaphore what `parseArgs` of node:util throws into a `UsageError`; anything else passes. */
export function usage<Value>(parse: () => Value): Value {
  try {
    return parse()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ""
    if (error instanceof Error && code.startsWith("ERR_PARSE_ARGS")) {
      throw new UsageError(error.message)
    }
    throw error
  }
}
