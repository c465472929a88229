/** As much of a browser as the kit touches, without a DOM. */
export class FakeBrowser extends EventTarget {
  readonly visited: string[] = []
  readonly tabs: FakeTab[] = []
  popUpsBlocked = false
  readonly self = this
  /** The window that a page in a frame is part of. */
  top: object = this
  language = ""
  private readonly stored = new Map<string, string>()

  readonly document = Object.assign(new EventTarget(), {
    documentElement: { lang: "" },
  })

  readonly localStorage = {
    getItem: (key: string) => this.stored.get(key) ?? null,
    setItem: (key: string, value: string) => void this.stored.set(key, value),
    removeItem: (key: string) => void this.stored.delete(key),
  }

  readonly location = {
    search: "",
    assign: (url: string) => void this.visited.push(url),
  }

  readonly open = (): FakeTab | null => {
    if (this.popUpsBlocked) {
      return null
    }
    const tab = new FakeTab()
    this.tabs.push(tab)
    return tab
  }

  /** Puts the page into a frame of another origin's page; answers with where that is led. */
  frame(allowed: boolean): string[] {
    const led: string[] = []
    this.top = {
      location: {
        set href(url: string) {
          if (!allowed) throw new Error("SecurityError")
          led.push(url)
        },
      },
    }
    return led
  }

  /** The browser shows the page again that it kept when the shopper left. */
  comeBack(): void {
    this.dispatchEvent(new Event("pageshow"))
    this.document.dispatchEvent(new Event("visibilitychange"))
  }

  /** Makes this the browser that the code under test runs in. */
  install(): this {
    const { document, localStorage, location } = this
    Object.assign(globalThis, {
      window: this,
      document,
      localStorage,
      location,
      addEventListener: this.addEventListener.bind(this),
      removeEventListener: this.removeEventListener.bind(this),
      dispatchEvent: this.dispatchEvent.bind(this),
    })
    return this
  }
}

export class FakeTab {
  opener: object | null = {}
  closed = false
  focused = 0
  readonly visited: string[] = []
  readonly location = {
    replace: (url: string) => void this.visited.push(url),
  }
  close = () => {
    this.closed = true
  }
  focus = () => {
    this.focused += 1
  }
}
