import { chmodSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import type { SessionRecord } from "./model"
import type { Delivery } from "./webhooks/delivery"

export type SavedState = {
  version: 1
  sessions: SessionRecord[]
  deliveries: Delivery[]
  webhook: { url?: string; secret: string } | null
  clockAheadMs: number
}

const WRITE_DELAY_MS = 100

/** Keeps the sandbox's memory in one JSON file, readable by its owner only, replaced as a whole so that a crash never leaves half of it. */
export class StateFile {
  private timer: NodeJS.Timeout | undefined
  private closed = false

  constructor(
    private readonly path: string,
    private readonly state: () => SavedState
  ) {}

  /** The saved state, or undefined when there is no file yet. Throws with the path when the file is not one of ours. */
  read(): SavedState | undefined {
    const text = this.text()
    if (text === undefined) return undefined
    try {
      const saved = JSON.parse(text) as SavedState
      if (saved.version === 1 && Array.isArray(saved.sessions)) return saved
    } catch {
      throw this.unreadable()
    }
    throw this.unreadable()
  }

  /** Writes soon; many changes in a row cost one write. */
  touch(): void {
    if (this.timer || this.closed) return
    this.timer = setTimeout(() => this.write(), WRITE_DELAY_MS)
    this.timer.unref()
  }

  /** Writes a last time, or with `save` false lets the file be; later changes are not written. */
  close(save: boolean): void {
    if (save) this.write()
    clearTimeout(this.timer)
    this.closed = true
  }

  private write(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    const draft = `${this.path}.new`
    writeFileSync(draft, JSON.stringify(this.state()), { mode: 0o600 })
    chmodSync(draft, 0o600)
    renameSync(draft, this.path)
  }

  private text(): string | undefined {
    try {
      return readFileSync(this.path, "utf8")
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined
      throw error
    }
  }

  private unreadable(): Error {
    return new Error(
      `${this.path} is no state file of this sandbox. Move it away or name another one.`
    )
  }
}
