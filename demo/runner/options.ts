import { DEFAULT_DIRECTORY } from "./paths"
import { type Progress, silentProgress } from "./progress"

export type DemoOptions = {
  /** Where data, logs and secrets are kept. Default `.demo` in the repository. */
  directory?: string
  /** Default 9000. */
  medusaPort?: number
  /** Default 8000. */
  storefrontPort?: number
  /** Default 4400. */
  sandboxPort?: number
  /** Throws away the directory's data first. */
  fresh?: boolean
  /**
   * Whether the shop sells from the start. False leaves everything but the encryption key to whoever sets the shop up in its
   * admin: account, addresses, regions. Of a new directory only. Default true.
   */
  configured?: boolean
  progress?: Progress
  /** Aborting it ends the start, and everything that was started by then. */
  signal?: AbortSignal
}

export type DemoPlan = Required<Omit<DemoOptions, "signal">> & {
  signal: AbortSignal
  medusaUrl: string
  adminUrl: string
  storefrontUrl: string
  sandboxUrl: string
  /** Of the sandbox's API, as a merchant enters it. */
  gatewayApiUrl: string
}

export const ADMIN_EMAIL = "admin@example.com"

export function planOf(options: DemoOptions): DemoPlan {
  const {
    medusaPort = 9000,
    storefrontPort = 8000,
    sandboxPort = 4400,
  } = options
  return {
    directory: options.directory ?? DEFAULT_DIRECTORY,
    medusaPort,
    storefrontPort,
    sandboxPort,
    fresh: options.fresh ?? false,
    configured: options.configured ?? true,
    progress: options.progress ?? silentProgress,
    signal: options.signal ?? new AbortController().signal,
    medusaUrl: `http://localhost:${medusaPort}`,
    adminUrl: `http://localhost:${medusaPort}/app`,
    storefrontUrl: `http://localhost:${storefrontPort}`,
    sandboxUrl: `http://localhost:${sandboxPort}`,
    gatewayApiUrl: `http://127.0.0.1:${sandboxPort}/api2`,
  }
}
