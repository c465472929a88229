import type { Cashier } from "./cashier"
import type { Checkout } from "./checkout"
import type { Clock } from "./clock"
import type { FaultDesk } from "./fault-desk"
import type { RequestLog } from "./request-log"
import type { SessionStore } from "./session-store"
import type { Sessions } from "./sessions"
import type { Timeline } from "./timeline"
import type { WebhookDispatcher } from "./webhooks/dispatcher"
import type { WebhookTarget } from "./webhooks/sender"
import type { Wire } from "./wire"

/** The parts that the API, the hosted page and the control desk share. */
export type Gateway = {
  apiKey: string
  apiLogin: string
  apiPassword: string
  merchantName: string
  currencies: readonly string[]
  /** Where browsers and the shop reach the sandbox, without a slash at the end. */
  publicUrl: () => string
  clock: Clock
  desk: FaultDesk
  store: SessionStore
  sessions: Sessions
  checkout: Checkout
  cashier: Cashier
  timeline: Timeline
  wire: Wire
  dispatcher: WebhookDispatcher
  target: WebhookTarget
  requests: RequestLog
  /** A line for whoever watches the sandbox run. */
  say: (line: string) => void
  /** Tells the state file that something changed. */
  changed: () => void
}
