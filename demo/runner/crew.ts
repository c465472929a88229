import { type NodeProcess, startNode, untilDone } from "./processes"

type Member = { stop(): Promise<unknown> }

/** Everything the demo has started, in order, so that it can be ended in the opposite order at any moment. */
export class Crew {
  readonly #members: Member[] = []
  #ending: Promise<void> | undefined

  constructor(signal: AbortSignal) {
    signal.addEventListener("abort", () => void this.stop(), { once: true })
  }

  get stopping(): boolean {
    return this.#ending !== undefined
  }

  add(member: Member): void {
    this.#members.push(member)
    if (this.stopping) {
      void member.stop()
    }
  }

  start(order: Parameters<typeof startNode>[0]): NodeProcess {
    const running = startNode(order)
    this.add(running)
    return running
  }

  /** @throws DemoError when the process fails. */
  async run(order: Parameters<typeof startNode>[0]): Promise<void> {
    await untilDone(this.start(order))
  }

  stop(): Promise<void> {
    this.#ending ??= this.#stopAll()
    return this.#ending
  }

  async #stopAll() {
    for (const member of [...this.#members].reverse()) {
      await member.stop()
    }
  }
}
