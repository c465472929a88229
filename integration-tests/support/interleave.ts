import { type Store } from "./store"

/** Medusa's modules whose calls are the steps of a request. */
const MODULES = ["cart", "payment", "order", "locking"] as const
/** What changes something, and what Medusa's own steps read before they do; not what a module calls in itself. */
const STEP =
  /^(?!addRelations)(create|update|add|set|upsert|delete|softDelete|authorize|capture|refund|cancel|complete|acquire|release|list|retrieve)([A-Z]\w*)?(?<!_)$/

type Call = (...input: unknown[]) => unknown
type Service = Record<string, Call>

/**
 * Holds a request of this store just before one of its steps, so that another one can be put in between by force. A step is a call of a
 * method of Medusa's modules; nothing else may be under way while the held request runs up to it.
 */
export class Interleaving {
  private seen: string[] = []
  private stopAt: number | string = Infinity
  private reached: () => void = () => undefined
  private goOn: Promise<void> = Promise.resolve()
  private counting = false
  /** One is held at a time. */
  private last: Promise<unknown> = Promise.resolve()

  constructor({ container }: Store) {
    for (const name of MODULES) {
      const service = container.resolve<Service>(name)
      for (const method of methodsOf(service)) {
        const call = service[method]!.bind(service)
        service[method] = async (...input: unknown[]) => {
          await this.step(`${name}.${method}`)
          return call(...input)
        }
      }
    }
  }

  /** The steps of a request that runs alone. */
  async stepsOf(request: () => Promise<unknown>): Promise<string[]> {
    this.begin(Infinity)
    await request()
    this.counting = false
    return this.seen
  }

  /**
   * Runs `held` up to its step number `at`, or the first of that name, then `between` to its end, then the rest of `held`. Whatever of `between` waits for `held`
   * gets no longer than `patienceMs` before that one goes on.
   *
   * @returns false if `held` ended before it came to that step
   */
  run(
    at: number | string,
    held: () => Promise<unknown>,
    between: () => Promise<unknown>,
    patienceMs = 800
  ): Promise<boolean> {
    const mine = this.last.then(() =>
      this.runNow(at, held, between, patienceMs)
    )
    this.last = mine.catch(() => undefined)
    return mine
  }

  private async runNow(
    at: number | string,
    held: () => Promise<unknown>,
    between: () => Promise<unknown>,
    patienceMs: number
  ): Promise<boolean> {
    let release = () => {}
    this.goOn = new Promise((go) => (release = go))
    const stopped = new Promise<boolean>(
      (there) => (this.reached = () => there(true))
    )
    this.begin(at)
    const first = held()
    const came = await Promise.race([stopped, first.then(() => false)])
    this.counting = false
    const second = between()
    let timer: NodeJS.Timeout | undefined
    await Promise.race([
      second.catch(() => undefined),
      new Promise((late) => (timer = setTimeout(late, patienceMs))),
    ])
    clearTimeout(timer)
    release()
    await Promise.all([first, second])
    return came
  }

  /** How many steps were seen of the request that was held last. */
  get steps(): number {
    return this.seen.length
  }

  private begin(stopAt: number | string): void {
    this.seen = []
    this.stopAt = stopAt
    this.counting = true
  }

  private async step(name: string): Promise<void> {
    if (!this.counting) {
      return
    }
    this.seen.push(name)
    if ([this.seen.length - 1, name].includes(this.stopAt)) {
      this.counting = false
      this.reached()
      await this.goOn
    }
  }
}

const known = new WeakMap<Store["container"], Interleaving>()

/** The one of a store: its services are wrapped once. */
export function interleavingOf(store: Store): Interleaving {
  const one = known.get(store.container) ?? new Interleaving(store)
  known.set(store.container, one)
  return one
}

function methodsOf(service: object): string[] {
  const names = new Set<string>()
  for (
    let one: object | null = service;
    one && one !== Object.prototype;
    one = Object.getPrototypeOf(one) as object | null
  ) {
    for (const name of Object.getOwnPropertyNames(one)) {
      if (STEP.test(name) && typeof Reflect.get(service, name) === "function") {
        names.add(name)
      }
    }
  }
  return [...names]
}
