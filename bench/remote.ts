import { type NodeProcess, failureOf } from "../demo/runner/processes"

/** Work that another process does for us: a name, JSON in, JSON out. */
export type Jobs = Record<string, (input: never) => Promise<unknown>>

type Request = { id: number; name: string; input: unknown }
type Reply = { id: number; value?: unknown; error?: string }

/** In the process that works: answers each message with what the job of that name returned. */
export function serveJobs(jobs: Jobs): void {
  // Waiting for work keeps this process alive; it ends with its parent.
  process.channel?.ref()
  process.on("message", (message) => {
    const { id, name, input } = message as Request
    const job = jobs[name]
    void Promise.resolve()
      .then(() => {
        if (!job) {
          throw new Error(`There is no job ${name}`)
        }
        return job(input as never)
      })
      .then(
        (value) => reply({ id, value }),
        (error: unknown) =>
          reply({
            id,
            error: error instanceof Error ? `${error.stack}` : String(error),
          })
      )
  })
  // Ready for work: the first message of all, numbered like no request.
  reply({ id: 0 })
}

function reply(message: Reply): void {
  process.send?.(message)
}

/** The other end: calls jobs of a process by name. */
export class Remote<Known extends Jobs> {
  #count = 0
  readonly #waiting = new Map<number, (reply: Reply) => void>()

  private constructor(readonly process: NodeProcess) {
    process.child.on("message", (message) => {
      const answer = message as Reply
      this.#waiting.get(answer.id)?.(answer)
      this.#waiting.delete(answer.id)
    })
    process.child.channel?.unref()
  }

  /** @throws DemoError with the last lines of its log, if the process ends before it is ready */
  static async connect<Known extends Jobs>(
    process: NodeProcess
  ): Promise<Remote<Known>> {
    const remote = new Remote<Known>(process)
    await remote.#reply(0)
    return remote
  }

  async call<Name extends keyof Known & string>(
    name: Name,
    ...input: Parameters<Known[Name]>
  ): Promise<Awaited<ReturnType<Known[Name]>>> {
    const id = ++this.#count
    const answer = this.#reply(id)
    const request: Request = { id, name, input: input[0] }
    this.process.child.send(request)
    const { value, error } = await answer
    if (error !== undefined) {
      throw new Error(`${this.process.name}, ${name}: ${error}`)
    }
    return value as Awaited<ReturnType<Known[Name]>>
  }

  async #reply(id: number): Promise<Reply> {
    return Promise.race([
      new Promise<Reply>((resolve) => this.#waiting.set(id, resolve)),
      this.process.exited.then(async (outcome) => {
        throw await failureOf(this.process, outcome)
      }),
    ])
  }
}
