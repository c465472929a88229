type Timer = { due: number; order: number; run: () => void | Promise<void> }

const LONGEST_REAL_WAIT = 2 ** 31 - 1

/**
 * The sandbox's time, in milliseconds since 1970. It runs with the machine's clock and can be moved forward, so that a session of
 * twenty minutes expires, and a webhook is tried again after 30 seconds, without anybody waiting.
 */
export class Clock {
  private offset = 0
  private order = 0
  private timers = new Set<Timer>()
  private wake: NodeJS.Timeout | undefined

  constructor(private readonly source: () => number = Date.now) {}

  now(): number {
    return this.source() + this.offset
  }

  /** The machine's time, however far the sandbox's own is ahead. */
  real(): number {
    return this.source()
  }

  /** Runs `run` once `delay` milliseconds of sandbox time have passed. Returns a function that calls it off. */
  after(delay: number, run: () => void | Promise<void>): () => void {
    const timer = {
      due: this.now() + Math.max(0, delay),
      order: this.order++,
      run,
    }
    this.timers.add(timer)
    this.arm()
    return () => {
      this.timers.delete(timer)
      this.arm()
    }
  }

  sleep(delay: number): Promise<void> {
    return new Promise((resolve) => this.after(delay, resolve))
  }

  /**
   * Moves the clock forward by `duration` milliseconds, running what falls due on the way in the order of its due time, each at its own
   * instant. Resolves when all of it, and what it set off within the span, is done.
   */
  async advance(duration: number): Promise<void> {
    const target = this.now() + duration
    for (;;) {
      const timer = this.next()
      if (!timer || timer.due > target) break
      this.timers.delete(timer)
      this.moveTo(timer.due)
      await timer.run()
    }
    this.moveTo(target)
    this.arm()
  }

  /** How far the sandbox's time is ahead of the machine's, in milliseconds. */
  get ahead(): number {
    return this.offset
  }

  set ahead(offset: number) {
    this.offset = offset
    this.arm()
  }

  stop(): void {
    this.timers.clear()
    clearTimeout(this.wake)
  }

  private moveTo(instant: number): void {
    this.offset += Math.max(0, instant - this.now())
  }

  private next(): Timer | undefined {
    let first: Timer | undefined
    for (const timer of this.timers) {
      const earlier =
        !first ||
        timer.due < first.due ||
        (timer.due === first.due && timer.order < first.order)
      if (earlier) first = timer
    }
    return first
  }

  private arm(): void {
    clearTimeout(this.wake)
    const timer = this.next()
    if (!timer) return
    const wait = Math.min(
      Math.max(0, timer.due - this.now()),
      LONGEST_REAL_WAIT
    )
    this.wake = setTimeout(() => this.runDue(), wait)
    this.wake.unref()
  }

  private runDue(): void {
    for (;;) {
      const timer = this.next()
      if (!timer || timer.due > this.now()) break
      this.timers.delete(timer)
      void timer.run()
    }
    this.arm()
  }
}
