import { setTimeout as sleep } from "node:timers/promises"

/**
 * Lets the work of this process on the same keys through one by one, in the order in which it came. Waiting costs nothing but a
 * promise: no connection, no polling.
 */
export class LocalQueue {
  private readonly tails = new Map<string, Promise<void>>()

  /**
   * @param keys in the order in which everybody takes them
   * @param deadline as of `Date.now()`; one that is over does not wait
   * @returns what lets the next one in; undefined if the deadline came first
   */
  async enter(
    keys: readonly string[],
    deadline: number
  ): Promise<(() => void) | undefined> {
    const left: (() => void)[] = []
    for (const key of keys) {
      const leave = await this.enterOne(key, deadline)
      if (!leave) {
        left.forEach((one) => one())
        return undefined
      }
      left.push(leave)
    }
    return () => left.forEach((one) => one())
  }

  private async enterOne(
    key: string,
    deadline: number
  ): Promise<(() => void) | undefined> {
    const before = this.tails.get(key)
    let leave = () => {}
    const mine = new Promise<void>((left) => (leave = left))
    const tail = (before ?? Promise.resolve()).then(() => mine)
    this.tails.set(key, tail)
    void tail.then(() => {
      if (this.tails.get(key) === tail) {
        this.tails.delete(key)
      }
    })
    if (!before || (await inTime(before, deadline))) {
      return leave
    }
    leave()
    return undefined
  }
}

/** At most `limit` pieces of work at once in this process. */
export class Semaphore {
  private running = 0
  private readonly waiting: (() => void)[] = []

  constructor(readonly limit: number) {}

  /** Runs the work when there is room for it. */
  async run<Value>(work: () => Promise<Value>): Promise<Value> {
    const leave = await this.enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }

  /** @returns what makes room again; to be called once */
  async enter(): Promise<() => void> {
    if (this.running >= this.limit) {
      await new Promise<void>((room) => this.waiting.push(room))
    } else {
      this.running++
    }
    return () => {
      const next = this.waiting.shift()
      if (next) {
        next()
      } else {
        this.running--
      }
    }
  }
}

async function inTime(
  before: Promise<void>,
  deadline: number
): Promise<boolean> {
  const timer = new AbortController()
  const late = sleep(Math.max(0, deadline - Date.now()), false, {
    signal: timer.signal,
  }).catch(() => false)
  try {
    return await Promise.race([before.then(() => true), late])
  } finally {
    timer.abort()
  }
}
