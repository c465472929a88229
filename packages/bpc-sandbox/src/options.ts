import type { FaultsInput } from "./faults"

export type SandboxOptions = {
  /** 0, the default, takes any free port. */
  port?: number
  /** Address to listen on, default `127.0.0.1`. Any other opens the control desk to the network. */
  host?: string
  /** Where browsers reach the sandbox, when that is not `http://<host>:<port>`. */
  publicUrl?: string
  /** Default `sandbox_key`. */
  apiKey?: string
  /** Of the Merchant REST API (V1). Default `sandbox-api`. */
  apiLogin?: string
  /** Default `sandbox_password`. */
  apiPassword?: string
  webhookUrl?: string
  /** Default `whsec_sandbox`. */
  webhookSecret?: string
  merchantName?: string
  /** ISO 4217 codes that the merchant takes; any other is refused with "Unknown currency". Default: all. */
  currencies?: readonly string[]
  /** Default 1200, as at the real gateway. */
  sessionLifetimeSeconds?: number
  /** Tries of a webhook that is not answered 200, default 3, each 30000 ms after the last. */
  webhookRetry?: { attempts?: number; delayMs?: number }
  /** How long a webhook waits for its answer, default 10000 ms. */
  timeoutMs?: number
  /** Switches to start with; `control.clearFaults()` comes back to them. */
  faults?: FaultsInput
  /** A JSON file in which sessions and deliveries survive a restart. */
  statePath?: string
  /** With false, each API call and each webhook is a line on standard output. Default true. */
  quiet?: boolean
  /** Milliseconds since 1970, default the machine's clock. */
  clock?: () => number
}
